// Transparent text over the painted text, one span a line, so that selecting, copying, the browser's find and screen
// readers work on the words that the canvas shows.

class TextLayer {
  constructor() {
    this.clip = document.getElementById('text-clip');
    this.lines = document.getElementById('text-lines');
    this.fresh = [];
  }

  begin() {
    this.lines.textContent = '';
    this.fresh = [];
  }

  // flags: 1 serif, 2 strong, 4 the paragraph ends here
  add(x, y, width, height, size, flags, text) {
    const line = document.createElement('span');
    line.textContent = text + (flags & 4 ? '\n' : ' ');
    const style = line.style;
    style.left = x + 'px';
    style.top = y + 'px';
    style.height = style.lineHeight = height + 'px';
    style.fontSize = size + 'px';
    if (!(flags & 1)) style.fontFamily = '"Newsloupe Sans", sans-serif';
    if (flags & 2) style.fontWeight = '600';
    this.lines.append(line);
    this.fresh.push({ line, width, space: this.space(size, flags) });
  }

  // Painted and native widths differ by fractions of a pixel: lines are stretched to the painted width, all measured
  // before the first is changed.
  fit() {
    const widths = this.fresh.map(({ line, space }) => line.getBoundingClientRect().width - space);
    this.fresh.forEach(({ line, width }, index) => {
      if (width > 0 && widths[index] > 0) line.style.transform = 'scaleX(' + width / widths[index] + ')';
    });
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
