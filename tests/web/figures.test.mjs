import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const shot = (visit, name) =>
  process.env.NEWSLOUPE_SHOTS && visit.screenshot(`${process.env.NEWSLOUPE_SHOTS}/${name}.png`);

const screenName = (visit) =>
  visit.page.evaluate(() => document.querySelector('#mirror [role=main]')?.getAttribute('aria-label'));

const kSize = { viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] };

const report = (title, outlet, day, ...paragraphs) =>
  `---\ntitle: ${title}\ndate: 2025-05-0${day}\noutlet: ${outlet}\n---\n\n${paragraphs.join('\n\n')}\n`;

// Two count the missing from other sources; one is a day older.
const kReports = {
  'a.md': report('Dam breach leaves 14 missing in Velda', 'Morning Ledger', 4,
    'VELDA - Five people were killed when the Orrin dam above Velda broke, rescue teams said.',
    'Rescue teams in Velda searched the flooded valley for 14 missing people, the governor’s office said.',
    'Sixty soldiers from Calder carried sandbags.'),
  'b.md': report('Twelve missing after dam breach in Velda', 'Coast Herald', 4,
    'VELDA - About five people were killed when the Orrin dam above Velda broke, officials in the town said.',
    'Boats in Velda looked for 12 missing people on Sunday, the fire service said.', 'A baker gave away 300 loaves.'),
  'c.md': report('Three die as dam breaks above Velda', 'Wire One', 3,
    'VELDA - Three people were killed when the Orrin dam above Velda broke on Saturday, rescue teams said.'),
};

async function openFigures(bench, options = kSize) {
  const visit = await bench.visit('file', options);
  await visit.drop([bench.write(kReports)]);
  await visit.page.waitForFunction(async () => (await window.__app.model()).articles.length === 3);
  await visit.idle();
  await visit.press('5');
  return visit;
}

test('Figures opens by its key on the figure that is selected, its sentences below it', async (bench) => {
  const visit = await openFigures(bench);
  assert.equal(await screenName(visit), 'Figures');
  await shot(visit, 'figures-first');
  while (await visit.page.locator('#mirror [role=row][aria-selected=true]').count() === 0) await visit.press('j');
  await visit.press('ArrowRight');
  const told = await visit.tree();
  assert.match(told, /\d+ figures · 1 differs · 1 updated/);
  assert.match(told, /row "People missing: 12 \(B\), 14 \(A\)" \[expanded\] \[selected\]/);
  assert.match(told, /cell "differs: source"/);
  assert.match(told, /Read in Coast Herald, ¶ 2: Boats in Velda looked for 12 missing people/);
  await shot(visit, 'figures-light');
  await visit.press('ArrowLeft');
  assert.doesNotMatch(await visit.tree(), /Read in Coast Herald/);
  assert.deepEqual(visit.complaints, []);
});

test('c copies a row of Figures as lines for a correction', async (bench) => {
  const visit = await openFigures(bench);
  await visit.press('j');
  for (let step = 0; step < 40 && !/row "People missing[^\n]*\[selected\]/.test(await visit.tree()); step += 1) {
    await visit.press('k');
  }
  await visit.press('c');
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, [
    'Morning Ledger (4 May 2025, ¶ 2): 14 people missing',
    'Coast Herald (4 May 2025, ¶ 2): 12 people missing', ''].join('\n'));
});

test('Enter reads the figure in its article, Backspace comes back to the row', async (bench) => {
  const visit = await openFigures(bench);
  await visit.press('j', 'j', 'Enter');
  assert.equal(await screenName(visit), 'Read');
  await visit.press('Backspace');
  assert.equal(await screenName(visit), 'Figures');
  assert.equal(await visit.page.locator('#mirror [role=row][aria-selected=true]').count(), 1);
});

test('only the figures that differ are shown on request', async (bench) => {
  const visit = await openFigures(bench);
  const rows = () => visit.page.locator('#mirror [role=main] [role=row]').count();
  const all = await rows();
  await visit.page.getByRole('checkbox', { name: 'Only differing' }).dispatchEvent('click');
  await visit.idle();
  assert.equal(await rows(), 1);
  assert.ok(all > 3);
  await shot(visit, 'figures-differing');
});

test('Figures in the dark, in a narrow window and for a link', async (bench) => {
  const visit = await openFigures(bench, { ...kSize, colorScheme: 'dark' });
  await visit.press('j');
  await shot(visit, 'figures-dark');
  await visit.page.setViewportSize({ width: 720, height: 700 });
  await visit.idle();
  await shot(visit, 'figures-narrow');
  const view = await visit.page.evaluate(() => window.__app.page.view);
  assert.match(view, /^figures /);
});
