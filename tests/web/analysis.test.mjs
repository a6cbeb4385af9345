import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, testEverywhere } from './harness.mjs';

const kWire = 'VELDA (Wire One) — The dam above Velda broke early on Saturday and fourteen people were missing, the governor said.\n\n' +
  'Rescue teams searched the flooded valley for fourteen missing people, the governor\'s office said on Sunday.\n\n' +
  '"The curfew will be lifted within days, not weeks," the mayor, Elena Marsh, told reporters.\n';
const kSet = {
  'ledger.txt': 'Dam breach leaves fourteen missing\n\n' + kWire,
  'herald.txt': 'Flood: twelve missing in Velda\n\nTwelve people were still missing in Velda on Sunday, the rescue service said.\n\n' +
    'Elena Marsh, the mayor, said that the curfew would end "within days".\n',
  'post.md': '# Harbour of Velda stays closed\n\nThe harbour stays closed until Friday, its master, Luis Ortiz, said.\n',
  'nord.html': '<!doctype html><meta charset="utf-8"><title>Inspection skipped</title><article><h1>Inspection skipped at Velda dam</h1>' +
    '<p>An inspection of the dam was skipped in 2023, Dr Ada Okafor told the station on Monday.</p>' +
    '<p>The operator did not answer questions about the inspection on Monday.</p></article>',
  'wire.txt': 'Dam bursts in Velda\n\n' + kWire,
};

const inside = (folder) => readdirSync(folder).sort().map((name) => join(folder, name));

testEverywhere('five dropped files are five articles of one comparison', async (bench, place) => {
  const visit = await bench.visit(place);
  await visit.drop(inside(bench.write(kSet)));
  const model = await visit.model();
  assert.deepEqual(model.articles.map((article) => article.id).sort(), Object.keys(kSet).sort());
  assert.equal(model.comparison.schema, 'newsloupe.comparison/1');
  assert.deepEqual(model.comparison.articles.map((article) => article.id).sort(), Object.keys(kSet).sort());
  assert.deepEqual(visit.complaints, []);
  if (process.env.NEWSLOUPE_SHOTS) await visit.screenshot(`${process.env.NEWSLOUPE_SHOTS}/five-${place}.png`);
});

test('a worker that was started again knows the same', async (bench) => {
  const visit = await bench.visit('file');
  await visit.drop(inside(bench.write(kSet)));
  const before = await visit.model();
  await visit.page.evaluate(() => window.__app.page.link.send({ kind: 'no such message' }));
  await visit.page.waitForFunction(() => window.__app.trace.some((line) => line.startsWith('worker died')));
  assert.deepEqual(await visit.model(), before);
});

test('every bad file is one line, the good one is read, nothing pops up', async (bench) => {
  const bad = {
    'empty.txt': '',
    'binary.txt': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 73) % 256)),
    'invoice.pdf': '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n',
    'large.txt': 'The council of Velda met on Monday, its clerk said.\n\n'.repeat(600000),
  };
  const visit = await bench.visit('file');
  const others = { 'deep.html': '<div>'.repeat(50000), 'herald.txt': kSet['herald.txt'] };
  await visit.drop(inside(bench.write({ ...bad, ...others })));
  const model = await visit.model();
  assert.equal(model.files.length, 6);
  for (const file of model.files.filter((one) => one.id in bad)) {
    assert.notEqual(file.messages.length, 0, file.id);
    for (const line of file.messages) assert.doesNotMatch(line, /\n/, file.id);
  }
  assert.ok(model.articles.some((article) => article.id === 'herald.txt'));
  assert.deepEqual(visit.dialogs, []);
  assert.deepEqual(visit.complaints, []);
});

test('the same article twice is one article, and says so', async (bench) => {
  const visit = await bench.visit('file');
  await visit.drop(inside(bench.write({ 'a.txt': kSet['herald.txt'], 'b.txt': kSet['herald.txt'] })));
  const model = await visit.model();
  assert.equal(model.articles.length, 1);
  assert.deepEqual(model.files.map((file) => file.state), ['done', 'duplicate']);
});
