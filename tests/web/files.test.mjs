import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test, testEverywhere } from './harness.mjs';

const kArticles = {
  'dam.txt': 'Dam breach leaves fourteen missing\n\nThe dam above Velda broke on Saturday morning, the governor said.\n',
  'flood.txt': 'Flood in Velda: twelve missing\n\nTwelve people were still missing on Sunday, the rescue service said.\n',
  'curfew.md': '# Curfew lifted in Velda\n\nThe curfew ends on Friday, the mayor told reporters.\n',
  'harbour.html': '<!doctype html><title>Harbour opens</title><article><h1>Harbour opens</h1><p>The harbour of Velda opened again on Monday, its master said.</p></article>',
  'bridge.txt': 'Bridge over the Vel closed\n\nThe bridge stays closed until June, engineers said on Tuesday.\n',
};

const analysed = (trace) => trace.filter((line) => line.startsWith('analysed ')).map((line) => line.slice(9));
const failures = (trace) => trace.filter((line) => line.startsWith('failed ')).map((line) => line.slice(7));
const inside = (folder) => readdirSync(folder).sort().map((name) => join(folder, name));

// A folder of `count` short articles, a third of them in a folder below.
function manyArticles(count) {
  const files = {};
  for (let i = 0; i < count; i += 1) {
    files[`${i % 3 ? '' : 'below/'}article-${i}.txt`] = `Report ${i} from Velda\n\nThe council met for hour ${i}, its clerk said.\n`;
  }
  return files;
}

// A ZIP archive of stored members.
function zipOf(files) {
  const members = [];
  const entries = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt32LE(crc32(text), 10);
    header.writeUInt32LE(Buffer.byteLength(text), 14);
    header.writeUInt32LE(Buffer.byteLength(text), 18);
    header.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const member = Buffer.concat([Buffer.from('PK\x03\x04'), header, Buffer.from(name + text)]);
    entries.push(Buffer.from('PK\x01\x02\x14\0'), header, place.subarray(0, 14), Buffer.from(name));
    members.push(member);
    at += member.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...members, directory, Buffer.from('PK\x05\x06'), end]);
}

function crc32(text) {
  let crc = -1;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc >>> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
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
  for (const [folder, paths] of [[false, inside(bench.write(kArticles))], [true, bench.write(manyArticles(131))]]) {
    const chooser = visit.page.waitForEvent('filechooser');
    await visit.page.evaluate((whole_folder) => window.__app.page.openChooser(whole_folder), folder);
    await (await chooser).setFiles(paths);
  }
  await visit.idle();
  assert.equal(analysed(await visit.trace()).length, 136);
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
  await visit.page.evaluate(() => {
    const { page } = window.__app;
    const finish = page.link.finish.bind(page.link);
    page.link.finish = (number) => {
      finish(number);
      if (number === 3) page.cancelFiles();
    };
  });
  await visit.drop([bench.write(manyArticles(600))]);
  await visit.idle();
  const done = analysed(await visit.trace()).length;
  assert.ok(done >= 3 && done < 600, `${done} of 600`);
});

testEverywhere('what cannot be read is named with its reason, the rest of the folder is read', async (bench, place) => {
  const files = { ...manyArticles(6), 'invoice.pdf': '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'below/empty.txt': '' };
  const visit = await bench.visit(place);
  await visit.drop([bench.write(files)]);
  const model = await visit.model();
  assert.deepEqual(model.files.map((file) => file.id).sort(), Object.keys(files).sort());
  const failed = model.files.filter((file) => file.state === 'failed');
  assert.deepEqual(failed.map((file) => file.id).sort(), ['below/empty.txt', 'invoice.pdf']);
  for (const file of failed) assert.match(file.messages.join(' '), /\w+ \w+/, file.id);
});

testEverywhere('of a folder what is no article is passed over and told once', async (bench, place) => {
  const page = kArticles['harbour.html'];
  const files = { 'harbour.html': page, 'harbour_files/frame.html': '<p>An advertisement.', 'harbour_files/a.js': 'x',
    'below/view.png': 'x', 'below/Thumbs.db': 'x', '.DS_Store': 'x', 'below/dam.txt': kArticles['dam.txt'] };
  const visit = await bench.visit(place);
  await visit.page.evaluate(() => {
    window.told = [];
    const live = document.getElementById('live');
    new MutationObserver(() => window.told.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
  });
  await visit.drop([bench.write(files)]);
  const model = await visit.model();
  assert.deepEqual(model.files.map((file) => file.id).sort(), ['below/dam.txt', 'harbour.html']);
  const told = await visit.page.evaluate(() => window.told.filter((words) => words.includes('passed over')));
  assert.deepEqual(told, ['3 pictures, scripts and the like were passed over.']);
});

test('a picture alone is told why it is not read', async (bench) => {
  const visit = await bench.visit('file');
  await visit.drop(inside(bench.write({ 'view.png': '\x89PNG\r\n\x1a\n' })));
  const model = await visit.model();
  assert.equal(model.files.length, 1);
  assert.equal(model.files[0].state, 'failed');
});

test('an archive is the articles in it', async (bench) => {
  const visit = await bench.visit('file');
  await visit.drop(inside(bench.write({ 'set.zip': zipOf({ 'press/dam.txt': kArticles['dam.txt'], 'a.png': 'x' }) })));
  const model = await visit.model();
  assert.deepEqual(model.files.map((file) => [file.id, file.state]), [['set.zip/press/dam.txt', 'done']]);
});

testEverywhere('a folder without files is named, too', async (bench, place) => {
  const visit = await bench.visit(place);
  const folder = bench.write({});
  await visit.drop([folder]);
  await visit.idle();
  assert.deepEqual(failures(await visit.trace()), [basename(folder) + '/: there is no file in this folder']);
});

test('more files join the open set, and the same file twice is already here', async (bench) => {
  const visit = await bench.visit('file');
  const [first, ...others] = inside(bench.write(kArticles));
  await visit.drop([first]);
  await visit.idle();
  await visit.drop(others);
  await visit.idle();
  await visit.drop([first]);
  const model = await visit.model();
  assert.equal(model.files.length, 6);
  assert.equal(model.files.filter((file) => file.state === 'done').length, 5);
  const twice = model.files.find((file) => file.state === 'duplicate');
  assert.match(twice.messages.join(' '), new RegExp('Already here: .*' + basename(first)));
});

test('a link cannot be fetched, whether it is dropped or pasted, and the page says so', async (bench) => {
  const visit = await bench.visit('file');
  const address = 'https://ledger.example/dam-breach';
  await visit.dropText([['text/uri-list', address], ['text/html', `<a href="${address}">Dam breach</a>`]]);
  await visit.idle();
  await visit.paste(address + '\n');
  await visit.idle();
  const said = failures(await visit.trace());
  assert.equal(said.length, 2);
  for (const line of said) assert.ok(line.startsWith(address + ': This page cannot fetch links.'), line);
  assert.deepEqual(visit.outside.length, 1);
});

test('dropped words become an article', async (bench) => {
  const visit = await bench.visit('file');
  await visit.dropText([['text/plain', 'Rain over Velda\n\nIt will rain until Friday, the weather service said.']]);
  await visit.idle();
  assert.deepEqual(analysed(await visit.trace()), ['Pasted 1.txt']);
});

test('a pasted page keeps its headline and the link in it', async (bench) => {
  const visit = await bench.visit('file');
  const address = 'https://ledger.example/2025/dam';
  await visit.paste('Dam breach', `<h1><a href="${address}">Dam breach leaves fourteen missing</a></h1>` +
    '<p>The dam above Velda broke on Saturday morning, the governor said.</p>');
  const { articles } = await visit.model();
  assert.equal(articles[0].metadata.headline, 'Dam breach leaves fourteen missing');
  assert.equal(articles[0].metadata.url, address);
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
