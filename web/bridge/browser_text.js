// The browser as a source of glyphs, of shaped runs and of set paragraphs, for text the embedded faces cannot show.
// Calls come from browser_text_web.cpp.

const kMargin = 1;  // device pixels around the ink, so that nothing bleeds in from a neighbour
const kWhite = 0xFFFFFF;

function cssFont(size, flags) {
  return (flags & 2 ? '600 ' : '400 ') + size + 'px ' + (flags & 1 ? kSerifFaces : kSansFaces);
}

class BrowserText {
  constructor(program) {
    this.program = program;
    this.pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    this.paper = document.getElementById('paper');
  }

  width(size, flags, text) {
    this.pen.font = cssFont(size, flags);
    return this.pen.measureText(text).width;
  }

  prepare(size, flags) {
    this.pen.font = cssFont(size, flags);
    this.pen.textBaseline = 'alphabetic';
    this.pen.textAlign = 'left';
    this.pen.direction = flags & 4 ? 'rtl' : 'ltr';
  }

  // Draws one line and gives its size in bytes; measures: width, height, left, top, advance, colored.
  picture(size, flags, density, ink, text, measures) {
    this.prepare(size * density, flags);
    const found = this.pen.measureText(text);
    const left = Math.floor(-found.actualBoundingBoxLeft) - kMargin;
    const top = Math.floor(-found.actualBoundingBoxAscent) - kMargin;
    const width = Math.ceil(found.actualBoundingBoxRight) + kMargin - left;
    const height = Math.ceil(found.actualBoundingBoxDescent) + kMargin - top;
    const empty = width <= 2 * kMargin || height <= 2 * kMargin || width > 8000 || height > 2000;
    this.pixels = empty ? new Uint8Array(0) : this.draw(size * density, flags, ink, text, { left, top, width, height });
    const colored = ink === kWhite ? hasColors(this.pixels) : true;
    const values = empty ? [0, 0, 0, 0, found.width / density, 0]
      : [width, height, left / density, top / density, found.width / density, colored ? 1 : 0];
    new Float32Array(this.program.HEAPU8.buffer, measures >>> 0, 6).set(values);
    return this.pixels.length;
  }

  draw(size, flags, ink, text, { left, top, width, height }) {
    const canvas = this.pen.canvas;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
    }
    this.prepare(size, flags);
    this.pen.clearRect(0, 0, width, height);
    this.pen.fillStyle = '#' + ink.toString(16).padStart(6, '0');
    this.pen.fillText(text, -left, -top);
    return this.pen.getImageData(0, 0, width, height).data;
  }

  takePicture(address) {
    this.program.HEAPU8.set(this.pixels, address >>> 0);
    this.pixels = null;
  }

  // Sets a paragraph on paper that nobody sees and notes where each character came to stand.
  paragraph(size, flags, width, text) {
    const paper = this.paper;
    const line = size * 4;  // far apart: fonts of any height stay in their line
    paper.style.font = cssFont(size, flags);
    paper.style.lineHeight = line + 'px';
    paper.style.width = width + 'px';
    paper.textContent = text;
    const origin = paper.getBoundingClientRect();
    this.right_to_left = getComputedStyle(paper).direction === 'rtl' || paper.matches(':dir(rtl)');
    this.characters = text === '' ? [] : placesOfCharacters(paper.firstChild, text, origin, line);
    paper.textContent = '';
    return this.characters.length;
  }

  takeParagraph(address) {
    const buffer = this.program.HEAPU8.buffer;
    this.characters.forEach(({ offset, line, left, right }, index) => {
      new Uint32Array(buffer, (address >>> 0) + index * 16, 2).set([offset, line]);
      new Float32Array(buffer, (address >>> 0) + index * 16 + 8, 2).set([left, right]);
    });
    this.characters = null;
    return this.right_to_left ? 1 : 0;
  }
}

function hasColors(pixels) {
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] > 32 && Math.min(pixels[i], pixels[i + 1], pixels[i + 2]) < 224) return true;
  }
  return false;
}

function utf8Length(code_point) {
  return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

function placesOfCharacters(node, text, origin, line_height) {
  const range = document.createRange();
  const places = [];
  let offset = 0;
  let at = 0;
  let last = { line: 0, left: 0, right: 0 };
  for (const character of text) {
    range.setStart(node, at);
    range.setEnd(node, at + character.length);
    const box = range.getBoundingClientRect();
    // A line break has no box, and a mark in the middle of a cluster may have none: they stand where the one before does.
    if (box.height > 0) {
      last = { line: Math.floor((box.top + box.height / 2 - origin.top) / line_height), left: box.left - origin.left,
        right: box.right - origin.left };
    }
    places.push({ offset, ...last });
    offset += utf8Length(character.codePointAt(0));
    at += character.length;
  }
  return places;
}
