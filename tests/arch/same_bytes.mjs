// Same input, same bytes out: natively, as WebAssembly, and with the inputs in reversed order.
//   node tests/arch/same_bytes.mjs <newsloupe> <newsloupe.js>
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCases, test } from './cases.mjs';
import { generatedArticles } from './generated_articles.mjs';

const [native, wasm] = process.argv.slice(2);
const kArticles = 200;

function run(command, words) {
  const [program, first] = command.endsWith('.js') ? [process.execPath, [command]] : [command, []];
  const done = spawnSync(program, [...first, ...words], { maxBuffer: 1 << 30 });
  if (done.error || done.signal) throw new Error(`${command} ${words[0]}: ${done.error ?? done.signal}`);
  if (done.status !== 0) throw new Error(`${command} ${words[0]} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}

function expectSame(a, b) {
  if (a.equals(b)) return;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const around = (bytes) => bytes.subarray(Math.max(0, at - 80), at + 80).toString('utf8');
  throw new Error(`differ at byte ${at} (${a.length} and ${b.length} bytes):\n${around(a)}\n${around(b)}`);
}

const records = generatedArticles(kArticles);
const folder = mkdtempSync(join(tmpdir(), 'newsloupe-bytes-'));
const forward = join(folder, 'forward.jsonl');
const backward = join(folder, 'backward.jsonl');
const lines = records.map((record) => JSON.stringify(record));
writeFileSync(forward, lines.join('\n') + '\n');
writeFileSync(backward, [...lines].reverse().join('\n') + '\n');

const analyze = ['analyze', '--format', 'jsonl', '--include', 'text,sentences'];
const compare = ['compare', '--format', 'json', '--include', 'alignments'];

test('articles of every format: analyze gives the same bytes natively and in WebAssembly', () => {
  const formats = join(import.meta.dirname, '../golden/formats');
  const inputs = readdirSync(formats).sort().flatMap((name) =>
    readdirSync(join(formats, name)).filter((file) => file.startsWith('input.')).map((file) => join(formats, name, file)));
  if (inputs.length < 10) throw new Error('no articles of formats');
  expectSame(run(native, [...analyze, ...inputs]), run(wasm, [...analyze, ...inputs]));
});

test(`${kArticles} articles: analyze gives the same bytes natively and in WebAssembly`, () => {
  expectSame(run(native, [...analyze, forward]), run(wasm, [...analyze, forward]));
});
test(`${kArticles} articles: compare gives the same bytes natively and in WebAssembly`, () => {
  expectSame(run(native, [...compare, forward]), run(wasm, [...compare, forward]));
});
test(`${kArticles} articles: compare gives the same bytes with the inputs reversed`, () => {
  expectSame(run(native, [...compare, forward]), run(native, [...compare, backward]));
});
test(`${kArticles} articles: sketch gives the same bytes natively and in WebAssembly, and so does link`, () => {
  const sketches = run(native, ['sketch', forward]);
  expectSame(sketches, run(wasm, ['sketch', forward]));
  const file = join(folder, 'sketches.jsonl');
  writeFileSync(file, sketches);
  expectSame(run(native, ['link', file]), run(wasm, ['link', file]));
});
test('the sample: compare gives the same bytes natively and in WebAssembly', () => {
  const folder = 'assets/samples/velda';
  const files = readdirSync(folder).filter((name) => name !== 'key.json').sort().map((name) => join(folder, name));
  const sample = [...compare, '--received', '2025-06-01', ...files];
  expectSame(run(native, sample), run(wasm, sample));
});

await runCases();
rmSync(folder, { recursive: true });
