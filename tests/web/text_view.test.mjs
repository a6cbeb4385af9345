// The text view: the whole result as an ordinary page, for everybody whom the canvas does not serve.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startBrowser, test } from './harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function openSample(visit) {
  await visit.page.evaluate(() => window.__app.page.program._nl_page_sample());
  await visit.idle();
}

// What a checker finds that keeps people out. Run through the debugger, which the page's policy does not bind.
async function barriers(visit, context = 'document') {
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', { awaitPromise: true, returnByValue: true,
    expression: `axe.run(${context}, { resultTypes: ['violations'] }).then((r) => r.violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')))` });
  await session.detach();
  return result.value;
}

test('Alt+R opens the text view and brings the drawing back', async (bench) => {
  const visit = await bench.visit('file');
  await openSample(visit);
  await visit.page.keyboard.press('Alt+r');
  await visit.idle();
  for (const name of [/They differ/, /They agree/, /Only one/, /Quotes/, /Figures/, /Timeline/, /People/, /Articles in full/]) {
    assert.ok(await visit.page.getByRole('heading', { name, level: 2 }).isVisible(), String(name));
  }
  assert.equal(await visit.page.getByRole('article').count(), 6);
  assert.equal(await visit.page.locator('#reading-result article[lang=de]').count(), 1);
  const frames = await visit.frames();
  await visit.page.keyboard.press('Alt+r');
  await visit.idle();
  assert.ok(await visit.page.locator('#reading').isHidden());
  assert.ok((await visit.frames()) > frames);
  assert.deepEqual(visit.complaints, []);
});

test('the first stop of the Tab key opens the text view', async (bench) => {
  const visit = await bench.visit('file');
  await visit.page.evaluate(() => document.activeElement.blur());
  const first = await visit.page.evaluate(() => [...document.querySelectorAll('button, a[href], input, [tabindex]')]
    .find((element) => element.tabIndex >= 0 && element.checkVisibility()).textContent);
  assert.equal(first, 'Open text view (Alt+R)');
  await visit.page.locator('#to-text-view').focus();
  await visit.page.keyboard.press('Enter');
  await visit.idle();
  assert.ok(await visit.page.locator('#reading').isVisible());
});

test('a checker of accessibility finds nothing serious in the text view, light and dark', async (bench) => {
  for (const colorScheme of ['light', 'dark']) {
    const visit = await bench.visit('file', { colorScheme });
    await openSample(visit);
    await visit.page.keyboard.press('Alt+r');
    await visit.idle();
    assert.deepEqual(await barriers(visit), []);
    await visit.page.locator('#reading-share').click();
    await visit.page.locator('#share[open]').waitFor();
    await visit.idle();
    assert.deepEqual(await barriers(visit), []);
  }
});

test('a small window shows the text view and a wide one the drawing', async (bench) => {
  const visit = await bench.visit('file', { viewport: { width: 600, height: 800 } });
  await openSample(visit);
  assert.ok(await visit.page.getByRole('heading', { name: /They differ/ }).isVisible());
  assert.ok(await visit.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  await visit.page.setViewportSize({ width: 900, height: 700 });
  await visit.idle();
  assert.ok(await visit.page.locator('#reading').isHidden());
  await visit.page.setViewportSize({ width: 600, height: 700 });
  await visit.idle();
  assert.ok(await visit.page.locator('#reading').isVisible());
});

test('paper gets the report and nothing of the drawing', async (bench) => {
  const visit = await bench.visit('file');
  await openSample(visit);
  await visit.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await visit.page.emulateMedia({ media: 'print' });
  assert.ok(await visit.page.getByRole('heading', { name: /They differ/ }).isVisible());
  assert.ok(await visit.page.locator('#canvas').isHidden());
  assert.ok(await visit.page.locator('#reading-back').isHidden());
});

test('without graphics the text view opens with all data; dropping, choosing and pasting work', async (bench) => {
  const browser = await startBrowser(['--disable-gpu', '--disable-3d-apis']);
  try {
    const visit = await bench.visit('file', { browser });
    assert.ok(await visit.page.getByText('No graphics here').isVisible());
    assert.ok(await visit.page.locator('#reading-back').isHidden());
    const text = (n) => `Dam breach ${n}\n\nBy Ann Lee\n\nFourteen people are missing in Velda, police said on 4 May 2025.`;
    const folder = bench.write({ 'a.txt': text('one'), 'b.pdf': '%PDF-1.7\n1 0 obj' });
    await visit.drop([join(folder, 'a.txt'), join(folder, 'b.pdf')]);
    await visit.idle();
    await visit.paste(text('two') + ' More rain fell.');
    await visit.idle();
    assert.equal(await visit.page.getByRole('article').count(), 2);
    assert.ok(await visit.page.getByText(/PDF/).first().isVisible(), 'the file that was not read is named');
    assert.deepEqual(visit.dialogs, []);
  } finally {
    await browser.close();
  }
});

test('an article written from right to left is so in the text view', async (bench) => {
  const folder = bench.write({ 'ar.txt': 'انهيار سد في فيلدا\n\nقال رجال الإنقاذ يوم الأحد إن أربعة عشر شخصا في عداد المفقودين بعد ' +
    'انهيار السد فوق المدينة، وإن المياه وصلت إلى المدينة في الصباح.\n\nوقال الحاكم إن الناس في أمان على التل.' });
  const visit = await bench.visit('file');
  await visit.drop([join(folder, 'ar.txt')]);
  await visit.idle();
  await visit.page.keyboard.press('Alt+r');
  await visit.idle();
  const paragraph = visit.page.locator('#reading-result article p').nth(1);
  assert.equal(await paragraph.evaluate((element) => getComputedStyle(element).direction), 'rtl');
});
