// Hidden elements over the canvas, one for each control and each painted word that has no control: what screen readers,
// voice control and the Tab key find. They take no pointer; a click that a helper makes, and the focus, are passed on.

const kChecked = [1, 2, 'aria-checked'];
const kExpanded = [4, 8, 'aria-expanded'];
const kSelected = [16, 32, 'aria-selected'];
const kDisabled = 64;
const kPress = 0;  // ControlAction of events.h
const kFocus = 1;

class Mirror {
  constructor(page) {
    this.page = page;
    this.root = document.getElementById('mirror');
    this.agent = document.getElementById('agent');
    this.elements = new Map();
    this.following = false;  // the focus moves because the interface moved it
    this.lost = null;        // had the focus when it went: gets it back when it returns
    addEventListener('pointerdown', () => {
      this.lost = null;
    });
    this.root.addEventListener('click', (event) => this.pass(event, kPress));
    this.root.addEventListener('focusin', (event) => {
      if (!this.following) this.pass(event, kFocus);
    });
  }

  pass(event, action) {
    const element = event.target.closest('[data-control]');
    if (element) call(this.page.program, 'nl_page_control', Number(element.dataset.control), action);
  }

  show(text, focused) {
    const held = this.root.contains(document.activeElement) ? document.activeElement : null;
    const fresh = new Map();
    const path = [{ element: this.root, key: '', used: 0, depth: -1 }];
    for (const record of text.split('\x1e')) {
      if (record !== '') this.place(record.split('\x1f'), path, fresh);
    }
    while (path.length > 0) this.closeTop(path);
    this.elements = fresh;
    this.keepFocus(held, focused);
  }

  place([id, role, depth, states, x, y, width, height, name, value], path, fresh) {
    while (path[path.length - 1].depth >= Number(depth)) this.closeTop(path);
    const parent = path[path.length - 1];
    let key = id !== '0' ? id : parent.key + '/' + role + (role === 'text' ? '' : ':' + name);
    while (fresh.has(key)) key += '+';
    const element = this.elements.get(key) || document.createElement(role === 'text' ? 'span' : 'div');
    fresh.set(key, element);
    const there = parent.element.childNodes[parent.used];
    if (there !== element) parent.element.insertBefore(element, there || null);
    parent.used += 1;
    const told = [role, states, name, value].join('\x1f');
    if (element.told !== told) this.describe(element, id, role, Number(states), name, value);
    element.told = told;
    const box = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
    if (element.box !== box) element.style.cssText = element.box = box;
    path.push({ element, key, used: 0, depth: Number(depth) });
  }

  // What an element held before and does not hold now.
  closeTop(path) {
    const { element, used } = path.pop();
    while (element.childNodes.length > used) element.lastChild.remove();
  }

  describe(element, id, role, states, name, value) {
    const set = (attribute, wanted) => {
      if (wanted === null) element.removeAttribute(attribute);
      else element.setAttribute(attribute, wanted);
    };
    if (role !== 'text') set('role', role);
    if (role === 'heading') set('aria-level', '2');
    if (role === 'dialog') set('aria-modal', 'true');
    // Words are made by the style sheet, so that the browser's find sees only what is painted.
    if (role === 'text') set('data-words', name);
    else set('aria-label', name);
    if (role === 'textbox') set('data-words', value);
    for (const [known, on, attribute] of [kChecked, kExpanded, kSelected]) {
      set(role === 'button' && attribute === 'aria-selected' ? 'aria-pressed' : attribute,
        states & known ? String(Boolean(states & on)) : null);
    }
    set('aria-disabled', states & kDisabled ? 'true' : null);
    if (id === '0') return;
    element.id = 'control-' + id;
    element.dataset.control = id;
    element.tabIndex = role === 'option' ? -1 : 0;
  }

  // The focus of the document follows the ring; what was taken away while it had the focus gets it back.
  keepFocus(held, focused) {
    const ringed = this.elements.get(String(focused));
    this.ringed = ringed;
    this.nameField();
    if (this.page.input.typing) return;
    let wanted = null;
    if (ringed && ringed.dataset.control) wanted = ringed;
    else if (held && held.isConnected) wanted = held;
    else if (held) this.lost = held.dataset.control;
    const idle = document.activeElement === document.body || document.activeElement === this.page.canvas;
    if (!wanted && idle && this.giveBack()) return;
    if (wanted && (idle || held)) this.follow(wanted);
    else if (held && !held.isConnected) this.page.canvas.focus({ preventScroll: true });
  }

  // To the control that had the focus before something covered it; the ring follows. False where there is none.
  giveBack() {
    const element = this.lost && this.elements.get(this.lost);
    if (!element) return false;
    this.lost = null;
    element.focus({ preventScroll: true });
    return true;
  }

  follow(element) {
    if (document.activeElement === element) return;
    this.following = true;
    element.focus({ preventScroll: true });
    this.following = false;
  }

  // Typing began or ended, or the field is another one.
  nameField() {
    this.field = this.page.input.typing && this.ringed || null;
    this.describeAgent();
  }

  // While something is typed the agent stands for the field: it has its name, and says which option would be taken.
  describeAgent() {
    const name = this.field ? this.field.getAttribute('aria-label') : 'Text being typed';
    if (this.agent.getAttribute('aria-label') !== name) this.agent.setAttribute('aria-label', name);
    for (const element of this.root.querySelectorAll('[aria-hidden]')) element.removeAttribute('aria-hidden');
    if (this.field) this.field.setAttribute('aria-hidden', 'true');
    const option = this.field ? this.root.querySelector('[role=option][aria-selected=true]') : null;
    if (option) this.agent.setAttribute('aria-activedescendant', option.id);
    else this.agent.removeAttribute('aria-activedescendant');
  }

  // Tab in a field: on to the next control, as if the field were where its element stands.
  leaveField(back) {
    const stops = [...this.root.querySelectorAll('[tabindex="0"]')];
    const next = stops[(stops.indexOf(this.field) + (back ? -1 : 1) + stops.length) % stops.length];
    if (!next || next === this.field) return;
    this.page.input.endTyping();
    next.focus({ preventScroll: true });
  }
}
