import assert from 'node:assert/strict';
import { test, testEverywhere } from './harness.mjs';

testEverywhere('opens without a request and without a complaint', async (bench, place) => {
  const visit = await bench.visit(place);
  await visit.idle();
  assert.deepEqual(visit.outside.map((url) => url.split('?')[0]), [bench.address(place)]);
  assert.deepEqual(visit.complaints, []);
  assert.ok((await visit.frames()) >= 1);
});

test('a damaged copy says why it does not start', async (bench) => {
  const whole = bench.pageText;
  const start = whole.indexOf('id="files">') + 'id="files">'.length;
  const folder = bench.write({ 'cut.html': whole.slice(0, start + 4000) + whole.slice(start + 8000) });
  const visit = await bench.window();
  await visit.page.goto('file://' + folder + '/cut.html');
  await visit.page.waitForSelector('#boot.failed');
  assert.match(await visit.page.locator('#boot-cause').innerText(), /^Newsloupe could not start: ./);
  assert.ok(await visit.page.getByRole('button', { name: 'Copy details' }).isVisible());
});

test('before it starts the page says what it is', async (bench) => {
  const folder = bench.write({ 'boot.html': bench.pageText.replace(/<script id="(first|bridge)">[^]*?<\/script>/g, '') });
  const visit = await bench.window();
  await visit.page.goto('file://' + folder + '/boot.html');
  await visit.page.getByText('Everything stays in this page').waitFor();
  if (process.env.NEWSLOUPE_SHOTS) await visit.screenshot(process.env.NEWSLOUPE_SHOTS + '/boot.png');
});

test('the hosted copy opens without its host', async (bench) => {
  const visit = await bench.visit('http', { query: 'test=1&hosted=1' });
  await visit.page.evaluate(() => navigator.serviceWorker.ready);
  await visit.context.setOffline(true);
  await visit.page.reload();
  await visit.page.waitForFunction(() => window.__app);
  await visit.idle();
  assert.deepEqual(visit.complaints, []);
});

test('a browser that cannot read the program says so, and which ones can', async (bench) => {
  const folder = bench.write({ 'old.html': bench.pageText.replace('<script id="bridge">', '<script id="bridge">@') });
  const visit = await bench.window();
  await visit.page.goto('file://' + folder + '/old.html');
  await visit.page.waitForSelector('#boot.failed');
  assert.match(await visit.page.locator('#boot-cause').innerText(), /^This browser is too old for Newsloupe\. Firefox \d+/);
});

test('a browser without a part that is needed says which', async (bench) => {
  const visit = await bench.window();
  await visit.page.addInitScript(() => { delete window.ResizeObserver; });
  await visit.page.goto(bench.address('file'));
  await visit.page.waitForSelector('#boot.failed');
  assert.match(await visit.page.locator('#boot-cause').innerText(), /too old for Newsloupe: it has no ResizeObserver\. Firefox \d+/);
});
