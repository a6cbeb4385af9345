// Keeping a story and opening one: the file that Ctrl+S saves, whether anything is unsaved, and stories that come in by
// file or link. What is open is never replaced without a question, nor lost to a damaged file.

const kStoryEnding = '.newsloupe.html';
const kStoryMark = 'content="Newsloupe story"';  // in the first lines of a saved story
const kMostPeeked = 200;  // of more files only those are looked into that have the ending

class StoryFile {
  constructor(page) {
    this.page = page;
    this.state = null;  // core/wire/session_documents.cpp, "state"
    this.seen_changes = 0;
    this.saved_edition = null;
    this.saved_name = '';
    this.opening = null;  // the name a story is opened under until all of it is there
    addEventListener('beforeunload', (event) => {
      if (this.unsaved) event.preventDefault();
    });
  }

  // Corrections that are in no file, or anything that changed since a file was saved.
  get unsaved() {
    const state = this.state;
    if (!state || state.files === 0 || state.edition === this.saved_edition) return false;
    return state.corrections > 0 || this.saved_edition !== null;
  }

  async settled() {
    const link = this.page.link;
    if (link.changes === this.seen_changes) return;
    this.seen_changes = link.changes;
    await this.refresh();
  }

  async refresh() {
    this.state = JSON.parse(await this.page.link.document({ kind: 'state' }));
    if (this.opening !== null) await this.finishOpening();
    this.tellSaved();
  }

  tellSaved() {
    const { files, edition } = this.state;
    const command = flags.mac ? '⌘S' : 'Ctrl+S';
    const words = files === 0 ? '' : edition === this.saved_edition ? 'Saved as ' + this.saved_name : 'Not saved (' + command + ')';
    if (words === this.words) return;
    this.words = words;
    call(this.page.program, 'nl_page_saved', words);
  }

  // ---- Saving

  fileName(ending) {
    const story = this.state ? this.state.story : '';
    const plain = story.replace(/[\\/:*?"<>|\u0000-\u001f…]/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 60).trim();
    return (plain || 'Newsloupe') + ending;
  }

  async report(choices) {
    return this.page.link.document({ kind: 'report', view: this.page.view, ...choices });
  }

  async save(choices = {}) {
    try {
      await this.refresh();
      if (this.state.files === 0) return;
      const edition = this.state.edition;
      const name = this.fileName(kStoryEnding);
      saveBlob(name, new Blob([await this.report(choices)], { type: 'text/html' }));
      if (choices.texts !== false && choices.corrections !== false) {
        this.saved_edition = edition;
        this.saved_name = name;
      }
      this.tellSaved();
      this.page.announce('Saved as ' + name);
    } catch (error) {
      showNotice(this.page, 'The story could not be saved: ' + error.message);
    }
  }

  // ---- Opening

  // Takes the stories out of what was dropped or chosen.
  async takeStories(sources) {
    const others = [];
    for (const source of sources) {
      if (await this.isStory(source, sources.length)) await this.openFile(source);
      else others.push(source);
    }
    return others;
  }

  async isStory(source, among) {
    if (!/\.html?$/i.test(source.path)) return false;
    if (among > kMostPeeked && !/\.newsloupe( ?\(\d+\))?\.html?$/i.test(source.path)) return false;
    try {
      const file = await source.open();
      return (await file.slice(0, 2048).text()).includes(kStoryMark);
    } catch (error) {
      return false;  // said when it is read
    }
  }

  async openFile(source) {
    const file = await source.open();
    await this.offer(await file.text(), file, source.path);
  }

  // `text` is a saved page or the JSON of a link; `blob` the same, kept for a worker that has to start again.
  async offer(text, blob, name) {
    let inside;
    try {
      inside = JSON.parse(await this.page.link.document({ kind: 'check', story: text }));
    } catch (error) {
      showNotice(this.page, (name ? name + ': ' : '') + error.message);
      return false;
    }
    await this.refresh();
    const way = await this.wayToOpen(inside, name);
    if (way === '') return false;
    this.page.link.openStory(async () => blob, way === 'replace');
    this.opening = { name: way === 'replace' && name ? name : '', articles: inside.articles };
    if (way === 'replace') this.saved_edition = null;
    return true;
  }

  async wayToOpen(inside, name) {
    const open = this.state.files;
    if (open === 0) return 'replace';
    if (inside.inside === 0 && inside.corrections === 0) return 'add';
    const count = (n, one, many) => n + ' ' + (n === 1 ? one : many);
    const unsaved = this.unsaved ? ' What you changed there is not saved.' : '';
    return askPerson(this.page, {
      title: 'Open ' + (name || 'the story of this link') + '?',
      words: 'It holds ' + count(inside.articles, 'article', 'articles') + '. You have ' + count(open, 'article', 'articles') +
        ' open.' + unsaved,
      buttons: [['add', 'Add to what is open'], ['replace', 'Open instead'], ['', 'Cancel']],
    });
  }

  // Once every article is there, the view of the story is shown; until then, which ones are missing.
  async finishOpening() {
    const { present, view } = JSON.parse(await this.page.link.document({ kind: 'opened' }));
    this.showExpected(present);
    if (view === null) return;
    const { name } = this.opening;
    this.opening = null;
    if (name) {
      this.state = JSON.parse(await this.page.link.document({ kind: 'state' }));
      this.saved_edition = this.state.edition;
      this.saved_name = name.split('/').pop();
    }
    call(this.page.program, 'nl_page_view', view);
    rememberView(view);
    this.page.announce(present.length + ' articles opened');
  }

  showExpected(present) {
    const box = document.getElementById('expecting');
    const missing = present.filter((there) => !there).length;
    box.hidden = missing === 0;
    if (missing === 0) return;
    const articles = present.length === 1 ? 'article' : 'articles';
    document.getElementById('expecting-words').textContent = missing === present.length
      ? 'This link shows a view of ' + present.length + ' ' + articles + ' that are not inside it. Drop the same ' +
        present.length + ' ' + articles + '.'
      : (present.length - missing) + ' of ' + present.length + ' ' + articles + ' recognised. Drop the others.';
    document.getElementById('expecting-list').replaceChildren(...present.map((there, index) => {
      const item = document.createElement('li');
      item.textContent = String(index + 1);
      item.className = there ? 'there' : '';
      const words = document.createElement('span');
      words.className = 'unseen';
      words.textContent = there ? ' is here' : ' is missing';
      item.append(words);
      return item;
    }));
    document.getElementById('expecting-close').onclick = () => {
      this.opening = null;
      box.hidden = true;
      this.page.focusShown();
    };
  }
}

// The short view state stays in the address, so that a reload finds the screen; no text of an article is in it.
function rememberView(view) {
  history.replaceState(null, '', '#v.' + encodeURIComponent(view));
}

function saveBlob(name, blob) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60000);
}
