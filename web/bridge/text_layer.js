// Transparent text over the painted text, one block a paragraph and one span a line, so that selecting, copying, the
// browser's find and screen readers work on the words that the canvas shows. One layer for each part of the screen that
// scrolls by itself.

const kFar = 5000;  // farther than any window reaches
const kSansFaces = '"Newsloupe Sans", sans-serif';
const kSerifFaces = '"Newsloupe Serif", serif';

class TextLayer {
  constructor(scrolled) {
    this.clip = document.createElement('div');
    this.lines = document.createElement('div');
    this.clip.className = 'text-clip';
    this.lines.className = 'text-lines';
    this.clip.append(this.lines);
    document.getElementById('text-layers').append(this.clip);
    this.blocks = [];
    this.next = null;
    // While the pointer drags a selection, blocks take the whole window, each the gap above it too: a pointer over
    // anything else would throw the selection to the top of the page.
    this.lines.addEventListener('pointerdown', () => this.clip.classList.add('selecting'));
    this.lines.addEventListener('dragstart', (event) => event.preventDefault());
    // The browser brings a place that it found into view by moving this layer; the painted text has to move instead.
    this.clip.addEventListener('scroll', () => {
      const by = this.clip.scrollTop;
      if (by === 0 && this.clip.scrollLeft === 0) return;
      this.clip.scrollTop = this.clip.scrollLeft = 0;
      if (by !== 0) scrolled(by);
    });
  }

  begin() {
    this.next = [];
  }

  add(line) {
    const block = this.next[this.next.length - 1];
    if (block && goesOn(block[block.length - 1], line)) block.push(line);
    else this.next.push([line]);
  }

  // Blocks that stay keep their elements, and with them a selection and what a screen reader points at.
  rebuild() {
    if (!this.next) return;
    const known = new Map();
    for (const block of this.blocks) known.set(block.key, block);
    const blocks = this.next.map((lines) => {
      const key = devicePixelRatio + JSON.stringify(lines);
      const block = known.get(key) || new TextBlock(key, lines);
      known.delete(key);
      return block;
    });
    for (const block of known.values()) block.element.remove();
    let place = this.lines.firstChild;
    for (const { element } of blocks) {
      if (element === place) place = place.nextSibling;
      else this.lines.insertBefore(element, place);
    }
    this.blocks = blocks;
    this.next = null;
    this.closeGaps();
    const fresh = blocks.filter((block) => !block.fitted);
    const widths = fresh.map((block) => block.widths());  // all are measured before the first is changed
    fresh.forEach((block, index) => block.fit(widths[index]));
  }

  // A block begins where the one above ended, so that no pointer falls between them; pieces of one line share it.
  closeGaps() {
    let bottom = -kFar;
    let line_top = null;
    this.blocks.forEach((block, index) => {
      const beside = block.y === line_top;
      const top = beside ? block.y : Math.min(bottom, block.y);
      block.place(top, beside, index === this.blocks.length - 1);
      bottom = block.bottom;
      line_top = block.y;
    });
  }

  place(x, y, width, height, origin_x, origin_y, selectable) {
    this.rebuild();
    const style = this.clip.style;
    style.transform = 'translate(' + x + 'px,' + y + 'px)';
    style.width = width + 'px';
    style.height = height + 'px';
    this.lines.style.transform = 'translate(' + (origin_x - x) + 'px,' + (origin_y - y) + 'px)';
    this.lines.classList.toggle('covered', !selectable);
  }
}

// The next line of the same paragraph.
function goesOn(before, line) {
  const edge = (one) => (one.flags & 4 ? one.x + one.width : one.x);
  return !before.tail.includes('\n') && Math.abs(line.y - before.y - before.height) < 1 && line.size === before.size &&
    line.flags === before.flags && (line.flags & 4 || Math.abs(edge(line) - edge(before)) < 1);
}

// The lines of a paragraph as one run of text, for the browser finds no words across blocks. A line is kept whole, and
// is too wide for another one to stand beside it.
class TextBlock {
  constructor(key, lines) {
    this.key = key;
    this.y = lines[0].y;
    const last = lines[lines.length - 1];
    this.bottom = last.y + last.height;
    this.left = Math.min(...lines.map((line) => line.x));
    this.right = Math.max(...lines.map((line) => line.x + line.width));
    this.shaped = (lines[0].flags & 8) !== 0;
    this.element = document.createElement('div');
    const { size, height, flags } = lines[0];
    const style = this.element.style;
    style.fontFamily = flags & 1 ? kSerifFaces : kSansFaces;
    style.fontWeight = flags & 2 ? '600' : '400';
    style.fontSize = size + 'px';
    style.lineHeight = height + 'px';
    style.width = this.right - this.left + 'px';
    if (flags & 4) this.element.dir = 'rtl';
    if (this.shaped) this.element.className = 'shaped';
    this.lines = lines.map((line) => {
      const words = document.createElement('span');
      words.textContent = line.text;
      this.element.append(words);
      if (line !== last) this.element.append(endOfLine(line.tail, style.width));
      return { words, ...line };
    });
  }

  place(top, beside, lowest) {
    const style = this.element.style;
    style.top = top + 'px';
    style.left = (beside ? this.left : -kFar) + 'px';
    style.padding = this.y - top + 'px ' + kFar + 'px ' + (lowest ? kFar : 0) + 'px ' + (beside ? 0 : kFar + this.left) + 'px';
  }

  widths() {
    return this.shaped ? [] : this.lines.map((line) => line.words.getBoundingClientRect().width);
  }

  // Painted and native widths differ by fractions of a pixel: the letters share the difference.
  fit(widths) {
    this.fitted = true;
    this.lines.forEach(({ words, width, text }, index) => {
      if (widths[index] > 0) words.style.letterSpacing = (width - widths[index]) / [...text].length + 'px';
    });
  }
}

function endOfLine(tail, room) {
  const end = document.createElement('i');
  end.textContent = tail;
  end.style.paddingInlineEnd = room;
  if (tail !== '') return end;
  const both = document.createDocumentFragment();
  both.append(end, document.createElement('wbr'));
  return both;
}

class TextLayers {
  // `scrolled(index, by)`: the browser asks for another part of a layer.
  constructor(scrolled) {
    this.scrolled = scrolled;
    this.layers = [];
    for (const end of ['pointerup', 'pointercancel', 'blur']) {
      addEventListener(end, () => this.layers.forEach((layer) => layer.clip.classList.remove('selecting')));
    }
    document.addEventListener('selectionchange', () => this.bringIntoView());
  }

  // Words that the browser found, or that the keyboard reached, may lie beyond the part that is shown.
  bringIntoView() {
    const selection = getSelection();
    const index = this.layers.findIndex(({ clip }) => !selection.isCollapsed && clip.contains(selection.focusNode));
    if (index < 0 || this.layers[index].clip.classList.contains('selecting')) return;
    const words = selection.getRangeAt(0).getBoundingClientRect();
    const shown = this.layers[index].clip.getBoundingClientRect();
    if (words.bottom < shown.top || words.top > shown.bottom) this.scrolled(index, words.top - shown.top - shown.height / 3);
  }

  begin(index) {
    if (index === this.layers.length) this.layers.push(new TextLayer((by) => this.scrolled(index, by)));
    this.layers[index].begin();
    this.filling = this.layers[index];
  }

  // flags: 1 serif, 2 strong, 4 from right to left, 8 shaped. `words`: text, tail, source and where, cut at unit separators.
  add(x, y, width, height, size, flags, words) {
    const [text, tail, source, where] = words.split('\x1f');
    this.filling.add({ x, y, width, height, size, flags, text, tail, source, where });
  }

  place(index, ...values) {
    if (index === this.layers.length) this.begin(index);
    this.layers[index].place(...values);
  }

  keep(count) {
    for (const layer of this.layers.splice(count)) layer.clip.remove();
  }

  holdsSelection() {
    const selection = getSelection();
    return !selection.isCollapsed && this.layers.some((layer) => layer.clip.contains(selection.anchorNode));
  }

  // What is selected: {text, html}, the article's own characters with their source; null when no painted text is.
  selected(with_source) {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const lines = this.layers.flatMap((layer) => layer.blocks).filter((block) => range.intersectsNode(block.element))
      .flatMap((block) => block.lines.map((line) => ({ ...line, chosen: chosenOf(range, line.words.firstChild) })));
    const parts = passagesOf(lines.filter((line) => line.chosen !== ''));
    if (parts.length === 0) return null;
    return {
      text: parts.map((part) => part.text + (with_source && part.source ? '\n' + part.source : '')).join('\n\n'),
      html: parts.map((part) => part.text.split(/\n+/).map((words) => '<p>' + escaped(words) + '</p>').join('') +
        (with_source && part.source ? '<p>' + escaped(part.source) + '</p>' : '')).join(''),
    };
  }
}

// The part of a text that lies in a range.
function chosenOf(range, text) {
  if (!text || !range.intersectsNode(text)) return '';
  return text.data.slice(range.startContainer === text ? range.startOffset : 0,
    range.endContainer === text ? range.endOffset : text.length);
}

// Lines that stand together and have one source become one passage, joined by what the article has between them.
function passagesOf(lines) {
  const passages = [];
  for (const { chosen, tail, source, where } of lines) {
    const last = passages[passages.length - 1];
    if (last && last.name === source) {
      last.text += last.tail + chosen;
      last.tail = tail;
      if (where) last.places.push(where);
    } else {
      passages.push({ name: source, text: chosen, tail, places: where ? [where] : [] });
    }
  }
  for (const passage of passages) {
    const first = passage.places[0];
    const last = passage.places[passage.places.length - 1];
    const where = first === last ? first : first + '–' + last.replace(/^¶ /, '');
    passage.source = passage.name ? '— ' + passage.name + (where ? ', ' + where : '') : '';
  }
  return passages.filter((passage) => passage.text.trim() !== '');
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (mark) => '&#' + mark.charCodeAt(0) + ';');
}
