// Compare: two articles side by side, as a reader uses them.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const shot = (visit, name) =>
  process.env.NEWSLOUPE_SHOTS && visit.screenshot(`${process.env.NEWSLOUPE_SHOTS}/${name}.png`);

const view = (visit) => visit.page.evaluate(() => window.__app.page.view);
const status = async (visit) => (await visit.tree()).match(/difference \d+ of \d+|\d+ differences|no passage differs/)?.[0];

// The sample on Compare; its pair is A and C unless keys say otherwise.
async function openCompare(bench, options = {}) {
  const visit = await bench.visit('file', { permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1440, height: 900 }, ...options });
  await visit.openSample();
  await visit.press('3');
  await visit.page.waitForFunction(() => document.getElementById('text-layers').textContent.includes('The Orrin dam'));
  await visit.idle();
  return visit;
}

// Where the first line that begins so stands, in the layer of a side.
function placeOf(visit, side, words) {
  return visit.page.evaluate(([which, wanted]) => {
    const layer = document.querySelectorAll('#text-layers .text-clip')[which];
    const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { left: box.left, right: box.right, y: box.top + box.height / 2 };
    }
    throw new Error('not on that side: ' + wanted);
  }, [side, words]);
}

const outlets = (visit) => visit.page.evaluate(() =>
  [...document.querySelectorAll('#mirror [role=main] [role=heading]')].map((heading) => heading.textContent || heading.getAttribute('aria-label')));

test('Compare opens on the closest pair, x exchanges its sides, arrows and badges choose others', async (bench) => {
  const visit = await openCompare(bench);
  assert.deepEqual(await outlets(visit), ['A, Morning Ledger', 'C, Wire One']);
  await visit.press('x');
  assert.deepEqual(await outlets(visit), ['C, Wire One', 'A, Morning Ledger']);
  assert.match(await view(visit), /^compare p=2-0/);
  await visit.press('x', 'ArrowLeft');
  assert.deepEqual(await outlets(visit), ['A, Morning Ledger', 'B, Coast Herald']);
  const right = visit.page.getByRole('radiogroup', { name: 'Right article' });
  await right.getByRole('radio', { name: 'E, Upland Post' }).dispatchEvent('click');
  await visit.idle();
  assert.deepEqual(await outlets(visit), ['A, Morning Ledger', 'E, Upland Post']);
  assert.match(await visit.tree(), /have no wording in common/);
  assert.deepEqual(visit.complaints, []);
});

test('n and p walk through the differences and bring both ends to one height', async (bench) => {
  const visit = await openCompare(bench);
  await visit.press('ArrowLeft');
  await shot(visit, 'compare');
  const all = Number((await status(visit)).match(/\d+/)[0]);
  assert.ok(all > 4);
  await visit.press('n', 'n');
  assert.equal(await status(visit), `difference 2 of ${all}`);
  const [left, right] = [await placeOf(visit, 0, 'Rescue teams'), await placeOf(visit, 1, 'Rescue teams')];
  assert.ok(Math.abs(left.y - right.y) < 1, `${left.y} ${right.y}`);
  await visit.press('n', 'n', 'p');
  assert.equal(await status(visit), `difference 3 of ${all}`);
  for (let turn = 0; turn < all; turn += 1) await visit.press('n');
  assert.equal(await status(visit), `difference ${all} of ${all}`);
  await visit.press('Escape');
  assert.equal(await status(visit), `${all} differences`);
});

test('holding Space shows the other version in place, and letting go the first again', async (bench) => {
  const visit = await openCompare(bench, { reducedMotion: 'reduce' });
  const left = () => visit.page.screenshot({ clip: { x: 112, y: 290, width: 520, height: 540 } });
  await visit.page.mouse.move(700, 40);
  await visit.idle();
  const still = await left();
  await visit.page.keyboard.down('Space');
  await visit.idle();
  assert.ok(!(await left()).equals(still));
  await shot(visit, 'compare-blink');
  await visit.page.keyboard.up('Space');
  await visit.idle();
  assert.ok((await left()).equals(still));
});

test('a press on the map goes there; the wheel moves both sides, with Alt one', async (bench) => {
  const visit = await openCompare(bench);
  const heights = async () => [(await placeOf(visit, 0, 'The Orrin dam')).y, (await placeOf(visit, 1, 'The Orrin dam')).y];
  const before = await heights();
  await visit.click(1150, 240);
  const moved = await heights();
  assert.ok(moved[0] < before[0] - 200 && moved[1] < before[1] - 200, `${before} ${moved}`);
  await visit.page.mouse.move(400, 600);
  await visit.page.mouse.wheel(0, -6000);
  await visit.idle();
  await visit.page.waitForTimeout(300);
  await visit.idle();
  assert.deepEqual(await heights(), before);
  await visit.page.keyboard.down('Alt');
  await visit.page.mouse.wheel(0, 120);
  await visit.page.waitForTimeout(300);
  await visit.page.keyboard.up('Alt');
  await visit.idle();
  const apart = await heights();
  assert.ok(apart[0] < before[0] - 30, `${before} ${apart}`);
  assert.equal(apart[1], before[1]);
});

test('the words of both sides can be selected and tell their source when copied', async (bench) => {
  const visit = await openCompare(bench);
  await visit.press('ArrowLeft');
  for (const [side, source] of [[0, 'Morning Ledger'], [1, 'Coast Herald']]) {
    const words = await placeOf(visit, side, 'searched the flooded');
    await visit.page.mouse.move(words.left + 1, words.y);
    await visit.page.mouse.down();
    await visit.page.mouse.move(words.right - 20, words.y, { steps: 3 });
    await visit.page.mouse.move(words.right, words.y, { steps: 2 });
    await visit.page.mouse.up();
    await visit.idle();
    await visit.page.keyboard.press('Control+C');
    const text = await visit.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(text, `searched the flooded\n— ${source}, 4 May 2025, ¶ 2`);
  }
});

test('the browser finds words of either side and brings them into view', async (bench) => {
  const visit = await openCompare(bench, { viewport: { width: 1280, height: 700 } });
  await visit.press('ArrowLeft');
  assert.ok(await visit.page.evaluate(() => window.find('Parliament will hold')));
  await visit.page.waitForTimeout(200);
  await visit.idle();
  const place = await placeOf(visit, 0, 'Parliament will hold');
  assert.ok(place.y > 250 && place.y < 672, JSON.stringify(place));
});

test('facts stand in two columns, differences alone in two texts, and the screen travels with the view', async (bench) => {
  const visit = await openCompare(bench);
  await visit.press('ArrowLeft');
  const modes = visit.page.getByRole('radiogroup', { name: 'What is shown' });
  await modes.getByRole('radio', { name: 'Facts' }).dispatchEvent('click');
  await visit.idle();
  assert.match(await visit.tree(), /row "Who ordered the evacuation"/);
  await visit.press('j');
  await shot(visit, 'compare-facts');
  assert.match(await view(visit), /^compare p=0-1 m=facts/);
  const text = await visit.words();
  await modes.getByRole('radio', { name: 'Differences only' }).dispatchEvent('click');
  await visit.idle();
  assert.ok((await visit.words()).includes('Rescue teams searched') && !text.includes('Rescue teams searched for nothing'));
  assert.ok(!(await visit.words()).includes('The breach was recorded'));
  await visit.press('Escape');
  assert.match(await view(visit), /^compare p=0-1(?! m=)/);
});

test('x in Read compares the article with the next one, and Backspace comes back', async (bench) => {
  const visit = await openCompare(bench);
  await visit.press('g', 'b', 'x');
  assert.deepEqual(await outlets(visit), ['B, Coast Herald', 'C, Wire One']);
  await visit.press('Backspace');
  assert.match(await view(visit), /^read a=1/);
});

test('one article alone is told what is missing', async (bench) => {
  const visit = await bench.visit('file');
  await visit.paste('Rescue teams searched the flooded valley until night, and boats brought forty families from their roofs. ' +
    'The gates had been inspected in March.');
  await visit.openReader();
  await visit.press('3');
  assert.match(await visit.tree(), /Compare needs two articles/);
});

test('articles of thousands of words are compared, walked through and drawn only where they are seen', async (bench) => {
  const visit = await bench.visit('file', { viewport: { width: 1280, height: 800 } });
  const paragraph = (i, other) => `On day ${i} of the flood the crews of district ${i} carried ${other ? i + 1 : i} boats to the mill canal, ` +
    `and the people of street ${i} waited on their roofs for dry blankets until the evening bells of church ${i} rang.`;
  const article = (other) => Array.from({ length: 160 }, (_, i) => paragraph(i, other && i % 8 === 3)).join('\n\n');
  const folder = bench.write({ 'a.md': '---\ntitle: Long one\nsite: Ledger\ndate: 2025-05-04\n---\n\n' + article(false),
    'b.md': '---\ntitle: Long two\nsite: Herald\ndate: 2025-05-04\n---\n\n' + article(true) });
  await visit.drop([folder + '/a.md', folder + '/b.md']);
  await visit.openReader();
  await visit.press('3');
  await visit.page.waitForFunction(() => document.getElementById('text-layers').textContent.includes('On day 159'));
  await visit.idle();
  assert.equal(await status(visit), '20 differences');
  const controls = await visit.page.evaluate(() => document.querySelectorAll('#mirror [role=main] [role=button]').length);
  assert.ok(controls < 40, `${controls} controls`);
  for (let turn = 0; turn < 20; turn += 1) await visit.press('n');
  assert.equal(await status(visit), 'difference 20 of 20');
  const [left, right] = [await placeOf(visit, 0, 'On day 155'), await placeOf(visit, 1, 'On day 155')];
  assert.ok(Math.abs(left.y - right.y) < 1 && left.y > 250 && left.y < 772, `${left.y} ${right.y}`);
  const frames = await visit.frames();
  await visit.page.waitForTimeout(500);
  assert.equal(await visit.frames(), frames);
});
