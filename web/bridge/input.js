// Pointer, wheel, keys and typing. Listeners stand on the window: the text layer lies over the canvas and takes the
// pointer for selecting, and the interface still has to see it.

const kMove = 0;  // PointerAction of events.h
const kDown = 1;
const kUp = 2;
const kLeave = 3;

function modifierBits(event) {
  const alt_graph = event.getModifierState && event.getModifierState('AltGraph');  // types a character, binds nothing
  return (event.ctrlKey && !alt_graph ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey && !alt_graph ? 4 : 0) |
    (event.metaKey ? 8 : 0);
}

// Parts of the document that are ordinary web pages (the text view, dialogs of the browser) keep their events.
const ordinary = (event) => event.target instanceof Element && event.target.closest('.ordinary') !== null;

class Input {
  constructor(page) {
    this.page = page;
    this.bound = new Set();
    this.typing = false;
    this.ahead = { x: 0, y: 0, modifiers: 0 };  // what a wheel asked for and the page has not moved yet
    this.agent = document.getElementById('agent');
    this.listenPointer();
    this.listenKeys();
    this.listenAgent();
    this.listenClipboard();
    for (const kind of ['keydown', 'pointerup', 'click']) addEventListener(kind, () => page.askAgain());
  }

  send(name, ...values) {
    call(this.page.program, name, ...values);
  }

  // ---- Pointer and wheel

  listenPointer() {
    const canvas = this.page.canvas;
    const report = (action) => (event) => {
      if (ordinary(event)) return;
      const box = canvas.getBoundingClientRect();
      this.send('nl_page_pointer', action, event.clientX - box.left, event.clientY - box.top, Math.max(event.button, 0),
        modifierBits(event), event.pointerType === 'touch' ? 1 : 0);
    };
    let pressed = null;
    addEventListener('pointermove', report(kMove));
    addEventListener('pointerdown', (event) => {
      pressed = event;
      // Places that lie over each other take a press only where they were hovered the frame before; a finger never
      // hovers.
      report(kMove)(event);
      this.page.drawNow(2);  // the first may still let go of the button
      report(kDown)(event);
    });
    addEventListener('pointerup', (event) => {
      // Whoever dragged over words chose them, and pressed nothing.
      const moved = pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > 4;
      if (moved && this.page.textLayers.holdsSelection()) {
        this.send('nl_page_pointer', kUp, -1, -1, 0, modifierBits(event), 0);
        return report(kMove)(event);
      }
      report(kUp)(event);
      if (event.button === 0) this.page.openChooserAt(event.clientX, event.clientY);
    });
    addEventListener('pointercancel', report(kUp));
    document.documentElement.addEventListener('pointerleave', report(kLeave));
    canvas.addEventListener('mousedown', (event) => {
      event.preventDefault();  // the focus stays in the text agent while it types
      getSelection().removeAllRanges();
      if (!this.typing) canvas.focus({ preventScroll: true });
    });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    addEventListener('wheel', (event) => this.wheel(event), { passive: false });
  }

  // Ctrl+wheel is the browser's zoom. A notch is 100 pixels, 3 lines, or an eighth of a page.
  wheel(event) {
    if (event.ctrlKey || ordinary(event)) return;
    event.preventDefault();
    const scale = [1 / 100, 1 / 3, 8][event.deltaMode];
    let x = event.deltaX;
    let y = event.deltaY;
    if (event.shiftKey && y === 0) [x, y] = [0, x];  // the browser has turned it already, and ImGui turns it again
    const notched = [x, y].every((delta) => delta === 0 || event.deltaMode === 1 || Number.isInteger(delta) && Math.abs(delta) >= 100);
    if (!notched || this.page.still) return this.send('nl_page_wheel', -x * scale, -y * scale, modifierBits(event));
    this.ahead = { x: this.ahead.x - x * scale, y: this.ahead.y - y * scale, modifiers: modifierBits(event) };
    this.page.requestFrames(1);
  }

  // A wheel with notches would jump: what it asks for is spread over about 80 ms. Fingers on a pad move by themselves.
  glide(seconds) {
    const { x, y, modifiers } = this.ahead;
    if (x === 0 && y === 0) return;
    const part = Math.abs(x) + Math.abs(y) < 0.02 ? 1 : 1 - Math.exp(-seconds / 0.03);
    this.send('nl_page_wheel', x * part, y * part, modifiers);
    this.ahead = { x: part === 1 ? 0 : x - x * part, y: part === 1 ? 0 : y - y * part, modifiers };
  }

  // ---- Keys: all are reported, only the bound ones are kept from the browser

  listenKeys() {
    addEventListener('keydown', (event) => this.key(event, true));
    addEventListener('keyup', (event) => this.key(event, false));
    addEventListener('blur', () => this.send('nl_page_focus', 0));
    addEventListener('focus', () => this.send('nl_page_focus', 1));
  }

  setBoundKeys(keys) {
    this.bound = new Set(keys.split(' ').map((key) => (key.length === 1 ? key.toUpperCase() : key)));
    for (const arrow of ['Left', 'Right', 'Up', 'Down']) if (this.bound.has(arrow)) this.bound.add('Arrow' + arrow);
  }

  chord(event) {
    const symbol = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
    const name = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
    const command = event.ctrlKey || event.metaKey;
    return (command ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '') + (event.shiftKey && !symbol ? 'Shift+' : '') + name;
  }

  key(event, down) {
    if (event.isComposing || event.keyCode === 229 || ordinary(event)) return;
    const command = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    if (command && letter === 'v') return;  // the paste event brings the text
    if (command && letter === 'c' && !this.typing && String(getSelection()) !== '') return;  // the browser copies it
    if (event.key === 'Tab' && !command && !event.altKey) {  // the browser's own order of the hidden elements
      if (!down || !this.typing) return;
      event.preventDefault();
      return this.page.mirror.leaveField(event.shiftKey);
    }
    const chord = this.chord(event);
    const types = this.typing && !command && event.key.length === 1;
    if (down && (this.bound.has(chord) && !types || this.typing && event.key === 'Enter')) {
      event.preventDefault();
    }
    const character = event.key.length <= 2 && [...event.key].length === 1 ? event.key.codePointAt(0) : 0;
    const names = event.key + '\n' + event.code;
    const report = (pressed) => this.send('nl_page_key', names, pressed ? 1 : 0, event.repeat ? 1 : 0, character,
      modifierBits(event));
    report(down);
    if (down && event.metaKey && event.key !== 'Meta') report(false);  // a Mac sends no keyup while Cmd is held
    if (down && command && (letter === 'c' || letter === 'x')) this.copyNow();
  }

  // ---- Typing: one hidden textarea at the caret is the only source of text, so that dead keys and input methods work

  setTyping(typing, x, y, height) {
    const agent = this.agent;
    if (typing) {
      const box = this.page.canvas.getBoundingClientRect();
      agent.style.transform = 'translate(' + (x + box.left) + 'px,' + (y + box.top) + 'px)';
      agent.style.height = Math.max(height, 16) + 'px';
      if (document.activeElement !== agent) agent.focus({ preventScroll: true });
    } else if (this.typing) {
      agent.blur();
      if (!this.page.mirror.giveBack()) this.page.canvas.focus({ preventScroll: true });
    }
    const changed = this.typing !== typing;
    this.typing = typing;
    if (changed) this.page.mirror.nameField();
  }

  endTyping() {
    this.typing = false;
    this.agent.blur();
    this.page.mirror.nameField();
  }

  listenAgent() {
    const agent = this.agent;
    const flush = () => {
      const text = agent.value;
      agent.value = '';
      if (text !== '') this.send('nl_page_text', text);
    };
    agent.addEventListener('compositionstart', () => agent.classList.add('composing'));
    agent.addEventListener('compositionend', () => {
      agent.classList.remove('composing');
      flush();
    });
    agent.addEventListener('input', (event) => {
      if (!event.isComposing) flush();
    });
  }

  // ---- Clipboard. A copy key runs its frames at once, so that the text is there for the `copy` event that follows:
  // inside it no browser asks for permission.

  copyNow() {
    this.copied = null;
    this.copying = true;
    this.page.drawNow(2);
    this.copying = false;
    setTimeout(() => {
      if (this.copied) this.writeLater(this.copied);  // the browser sent no copy event
      this.copied = null;
    });
  }

  write(text, html) {
    if (this.copying) this.copied = { text, html };
    else this.writeLater({ text, html });
  }

  writeLater({ text, html }) {
    if (!navigator.clipboard) return this.page.notice('This browser lets no page copy. Select the words and press Ctrl+C.');
    const flavours = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
    if (html) flavours['text/html'] = new Blob([html], { type: 'text/html' });
    const done = html && window.ClipboardItem ? navigator.clipboard.write([new ClipboardItem(flavours)])
      : navigator.clipboard.writeText(text);
    done.catch(() => this.page.notice('The browser did not let this page copy. Select the words and press Ctrl+C.'));
  }

  listenClipboard() {
    const copy = (event) => {
      if (ordinary(event)) return;
      const copied = this.copied || this.page.textLayers.selected(this.page.storedSetting('copy-source') !== 'off');
      if (!copied) return;
      event.clipboardData.setData('text/plain', copied.text);
      if (copied.html) event.clipboardData.setData('text/html', copied.html);
      event.preventDefault();
      this.copied = null;
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', (event) => {
      if (ordinary(event) && event.target.closest('input, dialog')) return;
      event.preventDefault();
      const data = event.clipboardData;
      const text = data.getData('text/plain');
      if (this.typing && text) this.send('nl_page_paste', text);
      else if (data.files.length > 0) this.page.accept(kPasted, sourcesOfInput(data.files));
      else if (text.trim()) this.page.accept(kPasted, [sourceOfWords(data.getData('text/html'), text)]);
      else this.page.notice(kNothingHandedOver);
    });
  }
}
