// Transparent text over the painted text, one row a line, so that selecting, copying, the browser's find and screen
// readers work on the words that the canvas shows.

const kFar = 5000;  // farther than any window reaches

class TextLayer {
  constructor() {
    this.clip = document.getElementById('text-clip');
    this.lines = document.getElementById('text-lines');
    this.fresh = [];
    // While the pointer drags a selection, rows take the whole window, each the gap above it too: a pointer over
    // anything else would throw the selection to the top of the page.
    this.lines.addEventListener('pointerdown', () => this.clip.classList.add('selecting'));
    for (const end of ['pointerup', 'pointercancel', 'blur']) {
      addEventListener(end, () => this.clip.classList.remove('selecting'));
    }
  }

  begin() {
    this.lines.textContent = '';
    this.fresh = [];
    this.bottom = -kFar;
  }

  // flags: 1 serif, 2 strong, 4 the paragraph ends here
  add(x, y, width, height, size, flags, text) {
    const row = document.createElement('span');
    const words = document.createElement('span');
    words.textContent = text + (flags & 4 ? '\n' : ' ');
    const top = Math.min(this.bottom, y);
    row.style.top = top + 'px';
    row.style.paddingTop = y - top + 'px';
    row.style.paddingLeft = kFar + x + 'px';
    row.style.lineHeight = row.style.height = height + 'px';
    words.style.fontSize = size + 'px';
    if (!(flags & 1)) words.style.fontFamily = '"Newsloupe Sans", sans-serif';
    if (flags & 2) words.style.fontWeight = '600';
    row.append(words);
    this.lines.append(row);
    this.bottom = y + height;
    this.fresh.push({ row, words, width, space: this.space(size, flags) });
  }

  // Painted and native widths differ by fractions of a pixel: words are stretched to the painted width, all measured
  // before the first is changed.
  fit() {
    const widths = this.fresh.map(({ words, space }) => words.getBoundingClientRect().width - space);
    this.fresh.forEach(({ words, width }, index) => {
      if (width > 0 && widths[index] > 0) words.style.transform = 'scaleX(' + width / widths[index] + ')';
    });
    if (this.fresh.length > 0) this.fresh[this.fresh.length - 1].row.style.paddingBottom = kFar + 'px';
    this.fresh = [];
  }

  // The width of the space that ends a line.
  space(size, flags) {
    if (flags & 4) return 0;
    this.pen = this.pen || document.createElement('canvas').getContext('2d');
    this.pen.font = (flags & 2 ? '600 ' : '400 ') + size + 'px ' +
      (flags & 1 ? '"Newsloupe Serif", serif' : '"Newsloupe Sans", sans-serif');
    return this.pen.measureText(' ').width;
  }

  place(x, y, width, height, origin_x, origin_y, selectable) {
    this.fit();
    const style = this.clip.style;
    style.transform = 'translate(' + x + 'px,' + y + 'px)';
    style.width = width + 'px';
    style.height = height + 'px';
    this.lines.style.transform = 'translate(' + (origin_x - x) + 'px,' + (origin_y - y) + 'px)';
    this.lines.classList.toggle('covered', !selectable);
  }
}
