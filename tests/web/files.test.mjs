import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, testEverywhere } from './harness.mjs';

const kArticles = {
  'dam.txt': 'Dam breach leaves fourteen missing\n\nThe dam above Velda broke on Saturday morning, the governor said.\n',
  'flood.txt': 'Flood in Velda: twelve missing\n\nTwelve people were still missing on Sunday, the rescue service said.\n',
  'curfew.md': '# Curfew lifted in Velda\n\nThe curfew ends on Friday, the mayor told reporters.\n',
  'harbour.html': '<!doctype html><title>Harbour opens</title><article><h1>Harbour opens</h1><p>The harbour of Velda opened again on Monday, its master said.</p></article>',
  'bridge.txt': 'Bridge over the Vel closed\n\nThe bridge stays closed until June, engineers said on Tuesday.\n',
};

const analysed = (trace) => trace.filter((line) => line.startsWith('analysed ')).map((line) => line.slice(9));
const inside = (folder) => readdirSync(folder).sort().map((name) => join(folder, name));

// A folder of `count` short articles, a third of them in a folder below.
function manyArticles(count) {
  const files = {};
  for (let i = 0; i < count; i += 1) {
    files[`${i % 3 ? '' : 'below/'}article-${i}.txt`] = `Report ${i} from Velda\n\nThe council met for hour ${i}, its clerk said.\n`;
  }
  return files;
}

testEverywhere('five dropped files are read, each once', async (bench, place) => {
  const visit = await bench.visit(place);
  await visit.drop(inside(bench.write(kArticles)));
  await visit.idle();
  assert.deepEqual(analysed(await visit.trace()).sort(), Object.keys(kArticles).sort());
  assert.deepEqual(visit.complaints, []);
});

testEverywhere('a dropped folder is read whole, with the folders in it', async (bench, place) => {
  const files = manyArticles(131);
  const visit = await bench.visit(place);
  await visit.drop([bench.write(files)]);
  await visit.idle();
  assert.deepEqual(analysed(await visit.trace()).sort(), Object.keys(files).sort());
});

testEverywhere('chosen files and a chosen folder are read', async (bench, place) => {
  const visit = await bench.visit(place);
  for (const [folder, paths] of [[false, inside(bench.write(kArticles))], [true, bench.write(manyArticles(7))]]) {
    const chooser = visit.page.waitForEvent('filechooser');
    await visit.page.evaluate((whole_folder) => window.__app.page.openChooser(whole_folder), folder);
    await (await chooser).setFiles(paths);
  }
  await visit.idle();
  assert.equal(analysed(await visit.trace()).length, 12);
});

test('the first article is ready before the last file is read', async (bench) => {
  const visit = await bench.visit('file');
  await visit.drop(inside(bench.write(kArticles)));
  await visit.idle();
  const trace = await visit.trace();
  const first_ready = trace.findIndex((line) => line.startsWith('analysed '));
  const last_read = trace.findLastIndex((line) => line.startsWith('read '));
  assert.ok(first_ready < last_read, trace.join('\n'));
});

test('files already read stay when the waiting ones are cancelled', async (bench) => {
  const visit = await bench.visit('file');
  await visit.drop([bench.write(manyArticles(60))]);
  await visit.page.waitForFunction(() => window.__app.trace.some((line) => line.startsWith('analysed ')));
  await visit.page.evaluate(() => window.__app.page.cancelFiles());
  await visit.idle();
  const done = analysed(await visit.trace()).length;
  assert.ok(done >= 1 && done < 60, `${done} of 60`);
});

test('a pasted text and a pasted page become articles', async (bench) => {
  const visit = await bench.visit('file');
  await visit.paste('Rain over Velda\n\nIt will rain until Friday, the weather service said.');
  await visit.paste('Rain', '<h1>Rain over Velda</h1><p>It will rain until Friday.</p>');
  await visit.idle();
  assert.deepEqual(analysed(await visit.trace()), ['Pasted 1.txt', 'Pasted 2.html']);
});

test('a restarted worker reads again what was added, in order', async (bench) => {
  const visit = await bench.visit('file');
  await visit.drop(inside(bench.write(kArticles)));
  await visit.idle();
  await visit.page.evaluate(() => window.__app.page.link.send({ kind: 'no such message' }));
  await visit.page.waitForFunction(() => window.__app.trace.some((line) => line.startsWith('worker died')));
  await visit.idle();
  const trace = await visit.trace();
  const again = trace.slice(trace.findIndex((line) => line.startsWith('worker died')));
  assert.deepEqual(analysed(again), analysed(trace).slice(0, 5));
});

test('without workers the page does the same work', async (bench) => {
  const visit = await bench.visit('file', { query: 'test=1&worker=0' });
  await visit.drop(inside(bench.write(kArticles)));
  await visit.idle();
  assert.equal(analysed(await visit.trace()).length, 5);
});
