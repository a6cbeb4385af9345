// The Share sheet: links, the report, tables, a picture. Everything is made here and handed over by the person; the page
// sends nothing.

const kWorksEverywhere = 2000;  // characters of a whole link: every messenger and mail
const kWorksInMail = 8000;
const kLongestLink = 1000000;
const kTables = ['quotes.csv', 'figures.csv', 'names.csv', 'events.csv', 'comparison.json'];

// Where a link leads: the page's own address on a host, the one that was built in from a disk, never a path of the disk.
function homeAddress() {
  if (/^https?:$/.test(location.protocol)) return location.origin + location.pathname;
  return document.querySelector('meta[name="newsloupe-home"]')?.content || '';
}

class Share {
  constructor(page) {
    this.page = page;
    this.dialog = document.getElementById('share');
    this.part = (id) => document.getElementById('share-' + id);
    this.links = { view: null, full: null };
    this.dialog.addEventListener('close', () => this.page.focusShown());
    this.dialog.addEventListener('change', (event) => this.choose(event.target));
    this.dialog.addEventListener('input', (event) => {
      if (event.target.type === 'password') this.prepareSoon();
    });
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close();
      const act = event.target.closest('[data-act]');
      if (act) this[act.dataset.act](act);
    });
  }

  get choices() {
    return { corrections: this.part('corrections').checked, texts: this.part('texts').checked };
  }

  get kind() {
    return this.dialog.querySelector('input[name="share-kind"]:checked').value;
  }

  async open() {
    const story = this.page.story;
    await story.refresh();
    if (story.state.files === 0 || this.dialog.open) return;
    const home = homeAddress();
    const { articles, corrections } = story.state;
    const count = articles.length + (articles.length === 1 ? ' article' : ' articles');
    const outlets = [...new Set(articles.map((article) => article.outlet))];
    this.part('story').textContent = story.state.story;
    this.part('view-words').textContent = home
      ? 'The reader adds the same ' + count + '; each one is ticked off when it is recognised.' : this.withoutHome();
    this.part('full-words').textContent = home
      ? 'Contains the full text of ' + count + ' (' + outlets.slice(0, 6).join(', ') + (outlets.length > 6 ? ' …' : '') + ').'
      : this.withoutHome();
    this.part('corrections-label').textContent = corrections === 0 ? 'my corrections (none)'
      : 'my corrections (' + corrections + ')';
    this.part('corrections').disabled = corrections === 0;
    for (const kind of ['view', 'full']) this.option(kind).disabled = !home;
    this.option(home ? 'view' : 'report').checked = true;
    this.done('');
    this.dialog.showModal();
    this.option(home ? 'view' : 'report').focus();
    this.show();
    await this.prepare();
  }

  withoutHome() {
    return 'Not from this copy: it was opened from a disk and knows no address on the web that a link could lead to. Send the ' +
      'report instead.';
  }

  option(kind) {
    return this.dialog.querySelector('input[name="share-kind"][value="' + kind + '"]');
  }

  choose(input) {
    if (input.name === 'share-kind') return this.show();
    this.prepare();
  }

  show() {
    for (const option of this.dialog.querySelectorAll('.option')) {
      option.classList.toggle('chosen', option.querySelector('input[name="share-kind"]').checked);
    }
    this.part('texts').disabled = this.kind !== 'report';
    this.done('');
  }

  // ---- Links: made whenever a choice changes, so that a press on Copy is still the press when the clipboard is asked

  prepareSoon() {
    clearTimeout(this.timer);
    this.links = { view: null, full: null };
    this.meter('view');
    this.meter('full');
    this.timer = setTimeout(() => this.prepare(), 300);
  }

  async prepare() {
    const round = this.round = (this.round || 0) + 1;
    const { corrections } = this.choices;
    const home = homeAddress();
    const made = { view: null, full: null };
    if (home) {
      for (const kind of ['view', 'full']) {
        const password = this.part(kind + '-password').value;
        const question = { kind: 'link', view: this.page.view, corrections, texts: kind === 'full' };
        made[kind] = home + await payloadFrom(await this.page.link.document(question), password);
      }
    }
    const report = await this.page.story.report(this.choices);
    if (round !== this.round) return;
    this.links = made;
    this.report = report;
    this.part('report-size').textContent = grouped(Math.ceil(encoder.encode(report).length / 1024)) + ' KB';
    this.meter('view');
    this.meter('full');
  }

  meter(kind) {
    const link = this.links[kind];
    const length = link ? link.length : 0;
    const [full, words] = !link ? [0, homeAddress() ? 'being made…' : 'no address']
      : length <= kWorksEverywhere ? [3, 'works everywhere']
        : length <= kWorksInMail ? [2, 'mail and documents; chat may cut it']
          : length <= kLongestLink ? [1, 'chat will cut it'] : [0, 'too long for a link: send the report'];
    this.part(kind + '-meter').dataset.full = String(full);
    this.part(kind + '-size').textContent = (link ? grouped(length) + ' characters, ' : '') + words;
    const usable = Boolean(link) && length <= kLongestLink;
    this.part(kind + '-link').value = usable ? link : '';
    const button = this.part(kind + '-copy');
    button.disabled = !usable;
    button.textContent = length > kWorksInMail && !button.dataset.sure ? 'Copy link…' : 'Copy link';
  }

  async copy(button) {
    const kind = button.dataset.kind;
    const link = this.links[kind];
    if (!link || link.length > kLongestLink) return;
    if (link.length > kWorksInMail && !button.dataset.sure) {
      button.dataset.sure = 'yes';
      button.textContent = 'Copy it all the same';
      return this.done('This link has ' + grouped(link.length) + ' characters. Chat and many mail programs cut it; the report arrives whole.');
    }
    delete button.dataset.sure;
    try {
      await navigator.clipboard.writeText(link);
      this.done('Copied: ' + grouped(link.length) + ' characters.');
    } catch (error) {
      this.part(kind + '-link').select();
      this.done('The browser did not let this page copy. The link is selected: press ' + (flags.mac ? '⌘C' : 'Ctrl+C') + '.');
    }
    this.meter(kind);
  }

  done(words) {
    this.part('done').textContent = words;
  }

  close() {
    this.dialog.close();
  }

  // ---- Files

  async save() {
    await this.page.story.save(this.choices);
    this.done('Saved as ' + this.page.story.fileName(kStoryEnding) + '. It opens in any browser, and here again.');
  }

  async table(button) {
    const kind = button.dataset.kind;
    const text = await this.page.link.document({ kind, corrections: this.part('corrections').checked });
    const name = this.page.story.fileName(', ' + kind);
    saveBlob(name, new Blob([text], { type: kind.endsWith('.csv') ? 'text/csv' : 'application/json' }));
    this.done('Saved as ' + name);
  }

  // The canvas as it is drawn now, with the sources underneath.
  async picture() {
    if (!this.page.graphics) return this.done('There is no picture without graphics.');
    this.page.requestFrames(1);
    this.page.drawNow(1);
    const canvas = this.page.canvas;
    const density = canvas.width / canvas.clientWidth;
    const sources = this.page.story.state.articles.map((article) => article.letter + ' ' + article.outlet).join('   ');
    const foot = Math.round(40 * density);
    const sheet = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height + foot });
    const pen = sheet.getContext('2d');
    pen.drawImage(canvas, 0, 0);
    const style = getComputedStyle(document.documentElement);
    pen.fillStyle = style.getPropertyValue('--surface');
    pen.fillRect(0, canvas.height, sheet.width, foot);
    pen.fillStyle = style.getPropertyValue('--ink-2');
    pen.font = 13 * density + 'px "Newsloupe Sans", sans-serif';
    pen.textBaseline = 'middle';
    pen.fillText('Sources: ' + sources, 24 * density, canvas.height + foot / 2, sheet.width - 48 * density);
    const blob = await new Promise((resolve) => sheet.toBlob(resolve, 'image/png'));
    saveBlob(this.page.story.fileName('.png'), blob);
    this.done('Saved as ' + this.page.story.fileName('.png'));
  }
}

// ---- A link that comes in: in the address when the page opens, or put there later.

class IncomingLink {
  constructor(page) {
    this.page = page;
    addEventListener('hashchange', () => this.take());
    this.take();
  }

  async take() {
    const fragment = location.hash;
    if (fragment.startsWith('#v.')) return this.takeView(fragment.slice(3));
    if (!isPayload(fragment)) return;
    this.page.collecting += 1;
    try {
      await this.open(fragment);
    } finally {
      this.page.collecting -= 1;
      this.page.settle();
    }
  }

  takeView(words) {
    try {
      call(this.page.program, 'nl_page_view', decodeURIComponent(words));
    } catch (error) {
      // not ours: the page opens as usual
    }
  }

  async open(fragment) {
    const { bytes, locked, problem } = openPayload(fragment);
    if (problem) return showNotice(this.page, problem);
    const text = locked ? await this.unlock(bytes) : await textFromPayload(bytes).catch(() => '{');
    if (text === null) return;
    const opened = await this.page.story.offer(text, new Blob([text]), '');
    if (opened) history.replaceState(null, '', '#');
  }

  async unlock(bytes) {
    for (let words = 'The sender chose one and tells you another way.'; ; words = 'That password does not fit.') {
      const answer = await askPerson(this.page, { title: 'This link is locked with a password', words, password: true,
        buttons: [['open', 'Open'], ['', 'Cancel']] });
      if (answer.value !== 'open') return null;
      try {
        return await textFromPayload(await unlocked(bytes, answer.password));
      } catch (error) {
        // asked again
      }
    }
  }
}
