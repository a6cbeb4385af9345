// Words on the canvas are text: they can be selected, copied and found (acceptance rows 11 and 12).
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const kParagraphs = [
  'Fourteen people were missing in the Velda valley on Saturday, the governor said, after a dam above the town gave way ' +
    'before dawn and the river rose by three metres within an hour.',
  'Rescue teams searched the flooded valley until night, and boats brought forty families from the roofs of their houses ' +
    'to a school on the hill.',
  '“The curfew will be lifted within days, not weeks,” the mayor, Elena Marsh, told reporters on Sunday.',
];
const kArticle = '---\ntitle: Dam breach leaves fourteen missing\nsite: Morning Ledger\ndate: 2025-05-04\n---\n\n' +
  kParagraphs.join('\n\n') + '\n';

// The reader open on one article.
async function openReader(bench, options = {}, articles = { 'ledger.md': kArticle }) {
  const visit = await bench.visit('file', { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const folder = bench.write(articles);
  await visit.drop(Object.keys(articles).map((name) => folder + '/' + name));
  await visit.openReader();
  await visit.page.waitForFunction((words) => document.getElementById('text-layers').textContent.includes(words),
    'missing in the Velda valley');
  await visit.idle();
  return visit;
}

// The middle of the left or right edge of some words on the screen.
function placeOf(visit, words, edge) {
  return visit.page.evaluate(([wanted, side]) => {
    const walker = document.createTreeWalker(document.getElementById('text-layers'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: side === 'left' ? box.left : box.right, y: box.top + box.height / 2, left: box.left, right: box.right,
        top: box.top, bottom: box.bottom };
    }
    throw new Error('not on the screen: ' + wanted);
  }, [words, edge]);
}

async function drag(visit, from, to) {
  await visit.page.mouse.move(from.x, from.y);
  await visit.page.mouse.down();
  await visit.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await visit.page.mouse.move(to.x, to.y, { steps: 3 });
  await visit.page.mouse.up();
  await visit.idle();
}

async function copied(visit) {
  await visit.page.keyboard.press('Control+C');
  return visit.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const flavour = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return { text: await flavour('text/plain'), html: await flavour('text/html') };
  });
}

const forgetSource = (visit) => visit.page.evaluate(() => localStorage.setItem('newsloupe.copy-source', 'off'));

test('a drag across two paragraphs copies the article\'s characters', async (bench) => {
  const visit = await openReader(bench);
  await forgetSource(visit);
  await drag(visit, await placeOf(visit, 'governor said', 'left'), await placeOf(visit, 'Rescue teams', 'right'));
  const whole = kParagraphs.join('\n\n');
  const begin = whole.indexOf('governor said');
  const end = whole.indexOf('Rescue teams') + 'Rescue teams'.length;
  assert.equal((await copied(visit)).text, whole.slice(begin, end));
});

test('what is copied tells its source', async (bench) => {
  const visit = await openReader(bench);
  await drag(visit, await placeOf(visit, 'Rescue teams', 'left'), await placeOf(visit, 'flooded valley', 'right'));
  const one = await copied(visit);
  assert.equal(one.text, 'Rescue teams searched the flooded valley\n— Morning Ledger, 4 May 2025, ¶ 2');
  assert.equal(one.html.match(/<p>[^]*<\/p>/)[0],
    '<p>Rescue teams searched the flooded valley</p><p>— Morning Ledger, 4 May 2025, ¶ 2</p>');
  await visit.page.mouse.click(400, 780);
  await drag(visit, await placeOf(visit, 'Rescue teams', 'left'), await placeOf(visit, 'The curfew', 'right'));
  assert.match((await copied(visit)).text, /The curfew\n— Morning Ledger, 4 May 2025, ¶ 2–3$/);
});

test('a double click takes one word, and the tint lies on it', async (bench) => {
  for (const deviceScaleFactor of [1, 1.5, 2]) {
    const visit = await openReader(bench, { deviceScaleFactor });
    const word = await placeOf(visit, 'governor', 'left');
    const clip = { x: Math.floor(word.left) - 12, y: Math.floor(word.top), width: Math.ceil(word.right - word.left) + 24,
      height: Math.ceil(word.bottom - word.top) };
    const before = await visit.page.screenshot({ clip });
    await visit.page.mouse.dblclick(word.x + 20, word.y);
    await visit.idle();
    assert.equal(await visit.page.evaluate(() => getSelection().toString()), 'governor');
    await visit.page.mouse.move(5, 400);
    await visit.idle();
    const after = await visit.page.screenshot({ clip });
    const edges = await visit.page.evaluate(comparePictures, [before.toString('base64'), after.toString('base64'),
      deviceScaleFactor]);
    for (const [painted, tinted] of [[edges.ink[0], edges.tint[0]], [edges.ink[1], edges.tint[1]]]) {
      assert.ok(Math.abs(painted - tinted) <= 3, `at density ${deviceScaleFactor}: ${JSON.stringify(edges)}`);
    }
  }
});

// Left and right edge, in CSS pixels, of the word painted in the middle of the first picture and of what the second adds.
async function comparePictures([before, after, density]) {
  const pixels = async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]));
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
    pen.drawImage(image, 0, 0);
    return pen.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = [await pixels(before), await pixels(after)];
  const columns = (test) => {
    const hit = [];
    for (let x = 0; x < a.width; x += 1) {
      let any = false;
      for (let y = 0; y < a.height && !any; y += 1) any = test((y * a.width + x) * 4);
      hit.push(any);
    }
    return hit;
  };
  const changed = columns((i) => Math.abs(a.data[i] - b.data[i]) > 12);
  const dark = columns((i) => a.data[i] < 110);
  const tint = [changed.indexOf(true), changed.lastIndexOf(true)];
  // The word's own ink: out from the middle of the tint to the first gap as wide as a space.
  const gap = 3 * density;
  const reach = (from, step) => {
    let last = from;
    for (let x = from, empty = 0; x >= 0 && x < dark.length && empty < gap; x += step) {
      if (dark[x]) last = x, empty = 0;
      else empty += 1;
    }
    return last;
  };
  const middle = Math.round((tint[0] + tint[1]) / 2);
  return { tint: tint.map((x) => x / density), ink: [reach(middle, -1) / density, reach(middle, 1) / density] };
}

test('a selection survives frames and scrolling', async (bench) => {
  const more = Array.from({ length: 40 }, (_, i) => `Paragraph ${i} tells of the valley, the river and the school on the hill once more, and of little else besides.`);
  const visit = await openReader(bench, {}, { 'ledger.md': kArticle + '\n' + more.join('\n\n') + '\n' });
  await visit.page.mouse.dblclick((await placeOf(visit, 'boats', 'left')).x + 5, (await placeOf(visit, 'boats', 'left')).y);
  for (const turn of [300, 300, -600]) {
    await visit.page.mouse.wheel(0, turn);
    await visit.idle();
    assert.equal(await visit.page.evaluate(() => getSelection().toString()), 'boats');
  }
});

test('the browser finds words, and words below the window are brought into view', async (bench) => {
  const more = Array.from({ length: 12 }, (_, i) => `Paragraph ${i} tells of the valley, the river and the school on the hill once more, and of little else besides.`);
  const visit = await openReader(bench, {}, { 'ledger.md': kArticle + '\n' + more.join('\n\n') + '\n\nThe ferryman declined to comment.\n' });
  assert.ok(await visit.page.evaluate(() => window.find('brought forty families')));
  assert.ok(await visit.page.evaluate(() => window.find('declined to comment')));
  await visit.idle();
  await visit.page.waitForTimeout(200);
  await visit.idle();
  const place = await placeOf(visit, 'declined to comment', 'left');
  assert.ok(place.top > 60 && place.bottom < 780, JSON.stringify(place));
  assert.equal(await visit.page.evaluate(() => scrollY + document.getElementById('text-layers').firstChild.scrollTop), 0);
});

test('the browser finds a sentence at the end of a long article, and the way back to its beginning', async (bench) => {
  const more = Array.from({ length: 240 }, (_, i) => `Paragraph ${i} tells of the valley, the river and the school on the hill once more, and of little else besides.`);
  const visit = await openReader(bench, {}, { 'ledger.md': kArticle + '\n' + more.join('\n\n') + '\n\nThe ferryman declined to comment.\n' });
  const found = async (words, back) => {
    assert.ok(await visit.page.evaluate(([text, backwards]) => window.find(text, false, backwards), [words, back]), words);
    await visit.page.waitForFunction((text) => {
      const selection = getSelection();
      if (selection.toString() !== text) return false;
      const place = selection.getRangeAt(0).getBoundingClientRect();
      return place.top > 60 && place.bottom < innerHeight - 20;
    }, words);
    await visit.idle();
  };
  await found('brought forty families', false);
  await found('Paragraph 120 tells', false);
  await found('declined to comment', false);
  await found('Fourteen people were missing', true);
  assert.ok(!await visit.page.evaluate(() => window.find('words that nobody wrote')));
});

test('the words of evidence and of quotes can be selected too', async (bench) => {
  const visit = await bench.visit('file');
  await visit.openSample();
  assert.equal((await visit.model()).articles.length, 6);
  for (const key of ['1', '2', '3', '4']) {
    await visit.page.keyboard.press(key);
    await visit.idle();
    assert.match(await visit.words(), /(\p{L}+ ){4}/u, 'screen ' + key);
  }
});
