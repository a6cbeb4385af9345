import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const shot = (visit, name) =>
  process.env.NEWSLOUPE_SHOTS && visit.screenshot(`${process.env.NEWSLOUPE_SHOTS}/${name}.png`);

const screenName = (visit) =>
  visit.page.evaluate(() => document.querySelector('#mirror [role=main]')?.getAttribute('aria-label'));
const selected = (visit) =>
  visit.page.evaluate(() => document.querySelector('#mirror [role=row][aria-selected=true]')?.getAttribute('aria-label'));

const kSize = { viewport: { width: 1440, height: 900 } };

// With the first combination selected, closed.
async function openCoverage(bench, options = kSize) {
  const visit = await bench.visit('file', options);
  await visit.openSample();
  await visit.press('8', 'ArrowLeft');
  for (let step = 0; step < 80 && !/^all that are compared, /.test(await selected(visit)); step += 1) await visit.press('k');
  return visit;
}

test('Coverage opens by its key; a combination opens into its facts, which Enter reads', async (bench) => {
  const visit = await openCoverage(bench);
  assert.equal(await screenName(visit), 'Coverage');
  await shot(visit, 'coverage-first');
  assert.match(await visit.tree(), /\d+ facts in 6 articles, 4 origins/);
  await visit.press('ArrowRight');
  assert.ok(!/, \d+ facts?$/.test(await selected(visit)), 'a fact is selected');
  const told = await visit.tree();
  assert.match(told, /row "all that are compared, \d+ facts?" \[expanded\]/);
  assert.match(told, /cell "(event|quote|figure) · \d origins"/);
  assert.match(told, /cell "D: not compared: de"/);
  assert.match(told, /complementary "Evidence"/);
  await shot(visit, 'coverage-light');
  await visit.press('Enter');
  assert.equal(await screenName(visit), 'Read');
  await visit.press('Backspace', 'ArrowLeft');
  assert.match(await selected(visit), /^all that are compared/);
  assert.deepEqual(visit.complaints, []);
});

test('what an article does not have is not found in it, never left out', async (bench) => {
  const visit = await openCoverage(bench, { viewport: { width: 1440, height: 1400 } });
  const told = await visit.tree();
  assert.match(told, /E Upland Post: \d+ found; not found in E: \d+ of \d+, \d+ of these published before/);
  assert.match(told, /D Radio Nord: 0 found; German: not compared/);
  assert.doesNotMatch(told, /left out/);
});

test('a selected combination shows its facts with their sentences beside it', async (bench) => {
  const visit = await openCoverage(bench);
  await visit.press('j');
  const told = await visit.tree();
  assert.match(told, /heading "[^"]*(say|one text)[^"]*, \d+ facts?"/);
  await shot(visit, 'coverage-combination');
});

test('combinations are sorted by origins or by facts', async (bench) => {
  const visit = await openCoverage(bench);
  const counts = () => visit.page.locator('#mirror [role=grid] [role=row]').evaluateAll((rows) =>
    rows.map((row) => Number(/, (\d+) facts?$/.exec(row.getAttribute('aria-label'))[1])));
  const before = await counts();
  await visit.page.getByRole('radio', { name: 'Most facts' }).dispatchEvent('click');
  await visit.idle();
  const after = await counts();
  assert.deepEqual(after, [...after].sort((a, b) => b - a));
  assert.notDeepEqual(before, after);
});

test('Coverage in the dark and in a narrow window', async (bench) => {
  const visit = await openCoverage(bench, { ...kSize, colorScheme: 'dark' });
  await visit.press('j', 'ArrowRight');
  await shot(visit, 'coverage-dark');
  await visit.page.setViewportSize({ width: 720, height: 700 });
  await visit.idle();
  await shot(visit, 'coverage-narrow');
  assert.match(await visit.page.evaluate(() => window.__app.page.view), /^coverage /);
});
