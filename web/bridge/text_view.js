// The whole result as an ordinary page, made by the core: over the canvas at Alt+R, instead of it where there are no
// graphics and in small windows, and on paper.

const kSmallWindow = '(max-width: 699.98px)';
const kMostKeptForPrint = 60;  // articles; of more the page is made when it is opened

class TextView {
  constructor(page) {
    this.page = page;
    this.root = document.getElementById('reading');
    this.result = document.getElementById('reading-result');
    this.note = document.getElementById('reading-note');
    this.shown = false;
    this.by_window = false;  // opened because the window is small
    this.html = '';
    this.seen_changes = -1;
    this.bindButtons();
    this.bindKeys();
    this.small = matchMedia(kSmallWindow);
    this.small.addEventListener('change', () => this.followWindow());
    addEventListener('beforeprint', () => this.put());
  }

  bindButtons() {
    const does = (id, act) => document.getElementById(id).addEventListener('click', act);
    does('to-text-view', () => this.open());
    does('reading-back', () => this.close());
    does('reading-files', () => this.page.openChooser(false));
    does('reading-folder', () => this.page.openChooser(true));
    does('reading-sample', () => call(this.page.program, 'nl_page_sample'));
    does('reading-save', () => this.page.story.save());
    does('reading-share', () => this.page.share.open());
    does('reading-print', () => print());
  }

  // Keys of ordinary parts of the page, which the interface does not see.
  bindKeys() {
    addEventListener('keydown', (event) => {
      if (!ordinary(event) || document.querySelector('dialog[open]')) return;
      const command = event.ctrlKey || event.metaKey;
      const letter = event.key.toLowerCase();
      const acts = {
        'alt+r': () => (this.shown ? this.close() : this.open()),
        'ctrl+s': () => this.page.story.save(),
        'ctrl+o': () => this.page.openChooser(false),
      };
      const act = acts[(command ? 'ctrl+' : event.altKey ? 'alt+' : '') + letter];
      if (!act || event.shiftKey) return;
      event.preventDefault();
      act();
    });
  }

  // Opened and closed with the window's width, unless the person chose otherwise meanwhile.
  followWindow() {
    if (this.small.matches && !this.shown) {
      this.open();
      this.by_window = true;
    } else if (!this.small.matches && this.shown && this.by_window) {
      this.close();
    }
  }

  open(words) {
    if (words) this.note.textContent = words;
    if (this.shown) return;
    this.shown = true;
    this.by_window = false;
    this.show();
    this.refresh();
    document.getElementById('reading-back').hidden = !this.page.graphics;
    this.root.focus({ preventScroll: true });
  }

  close() {
    if (!this.page.graphics) return;
    this.shown = false;
    this.by_window = false;
    this.show();
    this.page.focusShown();
    this.page.requestFrames(3);
  }

  // What lies under the text view is out of reach while it is open.
  show() {
    document.documentElement.classList.toggle('reading', this.shown);
    this.root.hidden = !this.shown;
    for (const part of document.body.children) {
      if (!part.matches('#reading, #live, #notice, #expecting, dialog, input')) part.inert = this.shown;
    }
    if (this.shown) this.put();
  }

  // The text on paper is made ahead: when the browser asks for it there is no time to ask the worker.
  async settled() {
    if (this.page.link.changes === this.seen_changes) return;
    const articles = this.page.story.state ? this.page.story.state.articles.length : 0;
    if (this.shown || articles <= kMostKeptForPrint) await this.refresh();
  }

  async refresh() {
    const changes = this.page.link.changes;
    if (changes === this.seen_changes) return;
    this.seen_changes = changes;
    try {
      this.html = await this.page.link.document({ kind: 'text-view' });
    } catch (error) {
      this.seen_changes = -1;
      return showNotice(this.page, error.message);
    }
    if (this.shown) this.put();
  }

  // The core has escaped every text in it; the policy of the page would run nothing in it either.
  put() {
    if (this.put_html === this.html) return;
    const place = this.root.scrollTop;
    this.result.innerHTML = this.html;
    this.put_html = this.html;
    this.root.scrollTop = place;
  }
}
