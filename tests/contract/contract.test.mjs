// Holds the command line to its contract: the JSON Schemas of docs/schemas, one line out for each line in, ranges that point
// into the input. (That the same input gives the same bytes everywhere is tests/arch/same_bytes.mjs.)
//
//   node tests/contract/contract.test.mjs PROGRAM

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import Ajv from 'ajv/dist/2020.js';

import { runCases, test } from '../arch/cases.mjs';
import { generatedArticles } from '../arch/generated_articles.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const newsloupe = process.argv[2];
assert.ok(newsloupe, 'the argument must name the newsloupe program');

const ajv = new Ajv({ allErrors: false, strict: false });
const schema = (name) => ajv.compile(JSON.parse(readFileSync(join(root, 'docs', 'schemas', `${name}.schema.json`))));
const articleSchema = schema('article'), comparisonSchema = schema('comparison');
const sketchSchema = schema('sketch'), linksSchema = schema('links'), copySchema = schema('copy');

// Runs the command line; standard output as bytes.
function run(args, input = '', status = 0) {
  const done = spawnSync(newsloupe, args, { input, maxBuffer: 1 << 30 });
  assert.equal(done.status, status, done.stderr.toString().slice(0, 2000));
  return done.stdout;
}

const lines = (records) => records.map((r) => JSON.stringify(r) + '\n').join('');
const parsed = (stdout) => stdout.toString().trimEnd().split('\n').map((line) => JSON.parse(line));

function assertValid(validate, value) {
  assert.ok(validate(value), `${value.id ?? ''} ${JSON.stringify(validate.errors)}`);
}

// Calls `visit` with every member named `key` below `value`.
function everyMember(value, key, visit) {
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === key && Array.isArray(inner)) visit(inner);
    everyMember(inner, key, visit);
  }
}

const folders = ['assets/samples/velda', 'tests/golden/articles', 'tests/golden/formats'].map((folder) => join(root, folder));
const generated = generatedArticles(100);

test('analyze gives one valid object a line for files', () => {
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile() && /^input\.|\.(txt|md|html)$/.test(f.name)).map((f) => join(f.parentPath ?? f.path, f.name));
    const articles = parsed(run(['analyze', '--format', 'jsonl', '--include', 'text,sentences,tokens', ...files]));
    assert.equal(articles.length, files.length);
    for (const article of articles) assertValid(articleSchema, article);
  }
});

test('analyze keeps one line out for each line in, in order, whatever comes in', () => {
  const odd = ['{"id":"a","text":"One line."}', '{"id":"b","text":""}', 'no json', '{"id":"c"}', '{"id":"d","text":"\\u0000\\ud800 x"}', '[1]'];
  const input = odd.join('\n') + '\n' + lines(generated.slice(0, 20));
  for (const jobs of ['1', '3']) {
    const out = parsed(run(['analyze', '--format', 'jsonl', '--jobs', jobs, '-'], input, 1));
    assert.equal(out.length, odd.length + 20);
    for (const article of out) assertValid(articleSchema, article);
    assert.deepEqual(out.map((a) => 'error' in a).slice(0, 6), [false, false, true, true, false, true]);
    assert.equal(out[0].id, 'a');
    assert.equal(out.at(-1).id, generated[19].id);
  }
});

test('ranges lie inside the text and the source, on character borders', () => {
  const out = parsed(run(['analyze', '--format', 'jsonl', '--include', 'text,sentences', '-'], lines(generated)));
  const onBorder = (bytes, offset) => offset === bytes.length || (bytes[offset] & 0xc0) !== 0x80;
  out.forEach((article, i) => {
    const text = Buffer.from(article.text), source = Buffer.from(generated[i].text);
    for (const [key, bytes] of [['span', text], ['source', source]]) {
      everyMember({ ...article, metadata: null }, key, ([begin, end]) => {
        assert.ok(begin <= end && end <= bytes.length && onBorder(bytes, begin) && onBorder(bytes, end), `${article.id} ${key}`);
      });
    }
    // Text that needs no repair keeps its bytes.
    for (const s of article.sentences) {
      assert.deepEqual(text.subarray(...s.span), source.subarray(...s.source), article.id);
    }
  });
});

test('compare gives a valid object, and none, one and equal articles are no trouble', () => {
  for (const records of [[], generated.slice(0, 1), [generated[0], { ...generated[0], id: 'again' }], generated.slice(0, 60)]) {
    const comparison = JSON.parse(run(['compare', '--format', 'json', '--include', 'alignments', '-'], lines(records)));
    assertValid(comparisonSchema, comparison);
    assert.equal(comparison.articles.length, records.length);
  }
});

test('sketch keeps one line out for each line in, and link tells what it could not use', () => {
  const odd = ['{"id":"a","text":"One line."}', 'no json', '{"id":"b","text":""}', '{"id":"c"}'];
  const input = odd.join('\n') + '\n' + lines(generated.slice(0, 9));
  const out = run(['sketch', '--jobs', '2', '-'], input, 1);
  const sketches = parsed(out);
  assert.equal(sketches.length, odd.length + 9);
  for (const sketch of sketches) assertValid(sketchSchema, sketch);
  assert.deepEqual(sketches.map((s) => 'error' in s).slice(0, 4), [false, true, false, true]);
  const later = JSON.stringify({ ...sketches[0], schema: 'newsloupe.sketch/2' });
  const done = spawnSync(newsloupe, ['link', '-'], { input: `${out}{"cut\n${later}\n` });
  assert.equal(done.status, 1);
  const links = JSON.parse(done.stdout);
  assertValid(linksSchema, links);
  assert.equal(links.articles.length, 11);
  const told = done.stderr.toString().trimEnd().split('\n');
  assert.equal(told.length, 4);
  assert.match(told[0], /^-:2: -:2 was not read when it was to be sketched: Line 2 is no JSON/);
  assert.match(told[2], /^-:14: is no JSON; was the file cut short/);
  assert.match(told[3], /^-:15: is of version 2/);
});

// Sketches of the records in parts of different runs, and what `link` makes of them.
function linkedInParts(folder, records, parts) {
  const files = Array.from({ length: parts }, (_, part) => {
    const file = join(folder, `${parts}-${part}.sketch.jsonl`);
    writeFileSync(file, run(['sketch', '-'], lines(records.filter((_, i) => i % parts === part))));
    return file;
  });
  return run(['link', ...files]);
}

test('link joins the sketches of many runs to what compare says of all the articles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  for (const records of [[], generated.slice(0, 1), generated]) {
    const comparison = JSON.parse(run(['compare', '-'], lines(records)));
    const whole = linkedInParts(folder, records, 1);
    const links = JSON.parse(whole);
    assertValid(linksSchema, links);
    for (const part of ['articles', 'stories', 'origins']) assert.deepEqual(links[part], comparison[part], part);
    const pairs = comparison.reuse.map(({ a, b, label, containment }) => ({ a, b, label, containment }));
    assert.deepEqual(links.reuse, pairs);
    for (const parts of [2, 7]) assert.ok(linkedInParts(folder, records, parts).equals(whole), `${parts} parts`);
    assert.ok(linkedInParts(folder, [...records].reverse(), 3).equals(whole), 'in reversed order');
  }
});

test('more articles than are compared each with each: link is the same however they were parted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  const records = generatedArticles(600, 7);
  const whole = linkedInParts(folder, records, 1);
  assert.ok(JSON.parse(whole).stories.length > 20);
  assert.ok(linkedInParts(folder, [...records].reverse(), 5).equals(whole));
  const rows = parsed(run(['link', '--format', 'jsonl', join(folder, '1-0.sketch.jsonl')]));
  const { stories, origins, reuse } = JSON.parse(whole);
  assert.equal(rows.length, stories.length + origins.length + reuse.length);
});

test('what parts of link count, joined, gives what one run gives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  for (const [count, parts] of [[80, 3], [600, 7]]) {
    const records = generatedArticles(count, 11);
    const whole = linkedInParts(folder, records, 1);
    const one = join(folder, '1-0.sketch.jsonl');
    writeFileSync(one, run(['sketch', '-'], lines(records)));
    const halves = ['even', 'odd'].map((name, rest) => {
      const file = join(folder, `${name}.jsonl`);
      writeFileSync(file, run(['sketch', '-'], lines(records.filter((_, i) => i % 2 === rest).reverse())));
      return file;
    });
    // Each machine may have the sketches in files and an order of its own.
    const counted = Array.from({ length: parts }, (_, i) => run(['link', '--part', `${i + 1}/${parts}`, ...(i % 2 ? [one] : halves)]));
    assert.ok(counted.every((part) => part.length > 60));
    const joined = spawnSync(newsloupe, ['link', '--pairs', '-', one], { input: Buffer.concat(counted.reverse()), maxBuffer: 1 << 30 });
    assert.equal(joined.stderr.toString(), '');
    assert.ok(joined.stdout.equals(whole), `${count} articles`);
    const refused = (input, message, files = [one]) => {
      const done = spawnSync(newsloupe, ['link', '--pairs', '-', ...files], { input });
      assert.equal(done.status, 2);
      assert.match(done.stderr.toString(), message);
    };
    refused(Buffer.concat(counted.slice(1)), new RegExp(`part ${parts} of ${parts} is missing`));
    refused(Buffer.concat([counted[0], counted[0]]), new RegExp(`is part ${parts} once more`));
    refused(counted[0], /counts pairs of other articles than the sketches here/, [halves[0]]);
    refused('1\t2\t3\n', /is no count of pairs/);
    refused(counted[0].toString() + '5\t4\t1\n', /is damaged/);
  }
});

test('windows of days that overlap list every story once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  // Stories of a month each, so that no window cuts one and no other window sees it.
  const records = generatedArticles(60, 5).map((r, i) => ({ ...r, date: `2025-${String(1 + Math.floor(i / 5)).padStart(2, '0')}-0${1 + (i % 3)}` }));
  const file = join(folder, 'sketches.jsonl');
  writeFileSync(file, run(['sketch', '-'], lines(records)));
  const stories = (from, to) => parsed(run(['link', '--format', 'jsonl', '--from', from, '--to', to, '--overlap', '14', file]))
    .filter((row) => row.record === 'story').map((row) => row.articles.join(' '));
  const windows = [['2025-01-01', '2025-01-01'], ['2025-01-02', '2025-04-30'], ['2025-05-01', '2025-12-31']].map(([a, b]) => stories(a, b));
  const all = parsed(run(['link', '--format', 'jsonl', '--from', '2025-01-01', '--overlap', '14', file]))
    .filter((row) => row.record === 'story').map((row) => row.articles.join(' '));
  assert.ok(all.length >= 12 && windows.every((rows) => rows.length > 0));
  assert.deepEqual(windows.flat().sort(), all.sort());
  const day = JSON.parse(run(['link', '--from', '2025-02-01', '--to', '2025-02-01', file]));
  assert.deepEqual(day.articles.map((a) => a.published), day.articles.map(() => '2025-02-01'));
  assert.ok(day.articles.length > 0);
  run(['link', '--overlap', '14', file], '', 2);
});

// Word 5-grams of a text, and pairs of texts of which at least half are common, the long way.
function copiesByForce(records) {
  const sets = records.map(({ text }) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')));
  });
  const pairs = [];
  for (let a = 0; a < sets.length; a += 1) {
    for (let b = a + 1; b < sets.length; b += 1) {
      const common = [...sets[a]].filter((shingle) => sets[b].has(shingle)).length;
      const united = sets[a].size + sets[b].size - common;
      const [first, second] = [records[a].id, records[b].id].sort();
      if (common > 0 && common * 2 >= united) pairs.push([first, second, common, united].join(' '));
    }
  }
  return pairs.sort();
}

test('copies finds every near copy, in whatever order and parts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  const made = generatedArticles(120, 3);
  const copy = (r, i) => ({ ...r, id: `copy-${i}`, text: r.text.replace(/ the /g, (the, at) => (at % (1 + i % 9) === 0 ? ' that ' : the)) });
  const records = [...made, ...made.slice(0, 60).map(copy)];
  const file = join(folder, 'records.jsonl');
  writeFileSync(file, lines(records));
  const whole = run(['copies', file]);
  const pairs = parsed(whole);
  for (const pair of pairs) assertValid(copySchema, pair);
  const expected = copiesByForce(records);
  assert.ok(expected.length > 20, `${expected.length}`);
  assert.deepEqual(pairs.map(({ a, b, common, united }) => [a.id, b.id, common, united].join(' ')).sort(), expected);
  assert.ok(run(['copies', '-'], lines([...records].reverse())).equals(whole));
  const parts = [1, 2, 3].map((i) => run(['copies', '--part', `${i}/3`, file]));
  assert.ok(parts.every((part) => part.length < whole.length || part.equals(whole)));
  const joined = spawnSync('sort', ['-u'], { input: Buffer.concat(parts), env: { ...process.env, LC_ALL: 'C' } });
  assert.ok(joined.stdout.equals(whole));
  const fields = run(['copies', '--format', 'text', '--at-least', '0.9', file]).toString().split('\n')[0].split('\t');
  assert.ok(fields.length === 1 || Number(fields[2]) >= 0.9);
  run(['copies', '--part', '1/3', '-'], '', 2);
  run(['copies', '--part', '4/3', file], '', 2);
  run(['copies', '--at-least', '1.5', file], '', 2);
});

// The first entity and quote of an article, with a correction of each kind that acts on the reading.
function correctionsFor(article) {
  const name = { id: article.id, span: article.entities[0].mentions[0].span };
  const quote = article.quotes[0];
  return [
    { kind: 'rename', name, value: 'Nora Blum' },
    { kind: 'retype', name, value: 'person' },
    { kind: 'speaker', id: article.id, span: quote.span, value: 'Nora Blum' },
    { kind: 'outlet', id: article.id, value: 'The Other Paper' },
    { kind: 'no-quote', id: article.id, span: [0, 1] },
  ];
}

test('a log of corrections is applied, written, and read again to the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  const sample = join(root, 'assets/samples/velda');
  const files = readdirSync(sample).filter((name) => /\.(txt|md|html)$/.test(name)).map((name) => join(sample, name));
  const articles = parsed(run(['analyze', '--format', 'jsonl', ...files]));
  const article = articles.find((one) => one.quotes.length > 0);
  const log = join(folder, 'log.json');
  writeFileSync(log, JSON.stringify(correctionsFor(article)));
  const done = spawnSync(newsloupe, ['compare', '--corrections', log, ...files]);
  assert.equal(done.status, 0);
  assert.match(done.stderr.toString(), /^a correction changes nothing, .*"no-quote".*\n$/);
  const comparison = JSON.parse(done.stdout);
  assertValid(comparisonSchema, comparison);
  assert.deepEqual(comparison.corrections.map(({ change, ...row }) => row), correctionsFor(article));
  assert.deepEqual(comparison.corrections.map((row) => row.change), [1, 2, 3, 4, 5]);
  assert.equal(comparison.articles.find((one) => one.id === article.id).outlet, 'The Other Paper');
  const renamed = comparison.entities.find((entity) => entity.name === 'Nora Blum');
  assert.ok(renamed.corrected && renamed.type === 'person');
  const whole = join(folder, 'comparison.json');
  writeFileSync(whole, done.stdout);
  assert.ok(run(['compare', '--corrections', whole, ...files.toReversed()]).equals(done.stdout));
});

test('a log moves articles between stories, names stories and leaves articles out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  const records = generated.slice(0, 5);
  const [first, second, third, fourth] = records.map((record) => record.id);
  const before = JSON.parse(run(['compare', '--format', 'json', '-'], lines(records)));
  assert.equal(before.stories.length, 1);
  const log = join(folder, 'log.json');
  writeFileSync(log, JSON.stringify([
    { kind: 'story', id: first, with: null }, { kind: 'story', id: second, with: first },
    { kind: 'story-label', id: second, value: 'The other matter' }, { kind: 'leave-out', id: third },
    { kind: 'leave-out', id: fourth }, { kind: 'take-in', id: fourth }]));
  const after = JSON.parse(run(['compare', '--format', 'json', '--corrections', log, '-'], lines(records)));
  assertValid(comparisonSchema, after);
  assert.deepEqual(after.articles.map(({ id }) => id), [first, second, fourth, records[4].id]);
  assert.deepEqual(after.stories.find(({ label }) => label === 'The other matter').articles, [first, second]);
  assert.equal(after.stories.length, 2);
});

test('a file that is no log of corrections is one line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  const bad = { 'text.json': 'corrections: none', 'object.json': '{}', 'row.json': '[{"kind":"remove","id":"a"},{"kind":"burn"}]' };
  for (const [name, content] of [...Object.entries(bad), ['missing.json', null]]) {
    if (content !== null) writeFileSync(join(folder, name), content);
    const done = spawnSync(newsloupe, ['compare', '--corrections', join(folder, name), '-'], { input: '' });
    assert.equal(done.status, 2, name);
    assert.match(done.stderr.toString(), /^newsloupe: .*: .+\n$/, name);
  }
});

test('a wrong command line says what would do, and files that are missing do not stop the others', () => {
  for (const args of [[], ['explain'], ['analyze'], ['analyze', '--format', 'xml', '-'], ['analyze', '--published', '26 Aug', '-']]) {
    const done = spawnSync(newsloupe, args);
    assert.equal(done.status, 2);
    assert.match(done.stderr.toString(), /^newsloupe: .*see newsloupe --help\n$/);
  }
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  writeFileSync(join(folder, 'a.txt'), 'A town hall was opened in Westra on Monday.\n\nMayor Ada Brandt cut the ribbon.\n');
  const done = spawnSync(newsloupe, ['analyze', '--format', 'jsonl', join(folder, 'a.txt'), join(folder, 'missing.txt')]);
  assert.equal(done.status, 1);
  assert.match(done.stderr.toString(), /^missing\.txt: cannot be opened/);
  assert.equal(parsed(done.stdout)[0].id, 'a.txt');
});

await runCases();
