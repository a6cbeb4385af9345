// The benchmark's table: stages and whole pipeline natively and as WebAssembly beside what people would use instead, all in
// one run, with ratios; then sizes of the page. Compared with the run before; kept as build/bench/last.json.
//
//   node tests/bench/run.mjs [ARTICLES] [PASSES]     called by run.sh, which builds what is measured
//
// Times mean nothing across machines or runs: read the ratios.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { copiesRows, measureCopies } from './copies.mjs';
import { benchArticles } from './corpus.mjs';
import { countTokens, pageOf } from './measures.mjs';

const kFolder = 'build/bench';
const kLast = `${kFolder}/last.json`;
const kWhole = 'article, all stages';
const articles = Number(process.argv[2] ?? 400);
const passes = process.argv[3] ?? '3';

const lines = (records) => records.map((record) => JSON.stringify(record)).join('\n') + '\n';

function run(command, words, input) {
  return execFileSync(command, words, { input, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'inherit'] });
}

// "stage   fastest   median" rows of stages.cpp, and its megabytes: milliseconds of the fastest pass a MB.
function stages(command, words, input) {
  const text = run(command, words, input);
  const megabytes = Number(/([\d.]+) MB of text/.exec(text)[1]);
  const found = {};
  for (const [, name, fastest] of text.matchAll(/^( {0,2}\S.*?) +(\d+\.\d+) +\d+\.\d+$/gm)) found[name.trim()] = Number(fastest);
  return { megabytes, stages: found };
}

// From nothing to the first words of the first article's result, the start of an empty Node taken away. What a process
// does after that (compiling what ran often, in the background) keeps nobody waiting.
async function coldStart() {
  const article = `${kFolder}/first.txt`;
  writeFileSync(article, benchArticles(1)[0].text);
  const wink = `const wink = require('wink-nlp')(require('wink-eng-lite-web-model'));
    console.log(wink.readDoc(require('fs').readFileSync(process.argv[1], 'utf8')).entities().out().join());`;
  const firstWords = (words, options) => new Promise((resolve) => {
    const begin = performance.now();
    const child = spawn('node', words, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
    child.stdout.once('data', () => {
      resolve(performance.now() - begin);
      child.kill();
    });
  });
  const least = async (words, options) => {
    const times = [];
    for (let i = 0; i < 7; i += 1) times.push(await firstWords(words, options));
    return Math.min(...times);
  };
  const empty = await least(['-e', 'console.log(0)']);
  return {
    ours: Math.round(await least(['build/wasm/cli/newsloupe.js', 'analyze', article]) - empty),
    'wink-nlp': Math.round(await least(['-e', wink, `../../../${article}`], { cwd: 'tests/bench/peers' }) - empty),
  };
}

function pageSize() {
  const page = readFileSync('dist/newsloupe.html');
  const packed = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
  return { raw: page.length, brotli: packed.length };
}

function print(title, rows) {
  console.log(`\n${title}`);
  for (const [name, ...cells] of rows) console.log('  ' + name.padEnd(44) + cells.map((cell) => String(cell).padStart(14)).join(''));
}

mkdirSync(kFolder, { recursive: true });
const records = benchArticles(articles);
const input = lines(records);
writeFileSync(`${kFolder}/corpus.jsonl`, input);
const native = stages('build/release/newsloupe_bench', [passes], input);
const wasm = stages('node', ['build/wasm/bench/newsloupe_bench.js', passes], input);
const peers = JSON.parse(run('node', ['tests/bench/peers.mjs', `${kFolder}/corpus.jsonl`]));
const html = records.slice(0, 100).map((record) => ({ id: record.id, html: pageOf(record) }));
const pages = stages('node', ['build/wasm/bench/newsloupe_bench.js', passes], lines(html));

const tokens = countTokens(records.map((record) => record.text));
const our_rate = Math.round(tokens / (wasm.stages[kWhole] * wasm.megabytes) * 1000);
const our_pages = Math.round(html.length / ((pages.stages.ingest + pages.stages.clean) * pages.megabytes) * 1000);
const copies = measureCopies(1000);
const cold = await coldStart();
const ratios = {
  'WASM against native, whole article': native.stages[kWhole] && wasm.stages[kWhole] / native.stages[kWhole],
  'whole pipeline against wink-nlp, full': our_rate / peers['wink-nlp, full'].tokens_per_second,
  'whole pipeline against compromise': our_rate / peers['compromise, names quotes numbers dates'].tokens_per_second,
  'whole pipeline against wink + compromise + recognizers': our_rate / peers['wink + compromise + recognizers'].tokens_per_second,
  'near copies of 1,000 articles against npm minhash': copies.ratio,
  'HTML to article against readability + linkedom': our_pages / peers['readability + linkedom'].pages_per_second,
  'cold start to the first article, share of wink-nlp': cold.ours / cold['wink-nlp'],
};
const page = existsSync('dist/newsloupe.html') ? pageSize() : null;

const last = existsSync(kLast) ? JSON.parse(readFileSync(kLast, 'utf8')) : null;
const before = (group, name) => (last && last[group] && last[group][name] !== undefined ? last[group][name] : null);
print(`Stages, ms a MB, fastest of ${passes} passes over ${articles} articles (${native.megabytes} MB)`, [
  ['', 'native', 'WASM', 'WASM before'],
  ...Object.keys(wasm.stages).map((name) => [name, native.stages[name] ?? '', wasm.stages[name], before('wasm', name) ?? '']),
]);
print('Beside the peers', [
  ['Newsloupe, WASM', `${our_rate} tok/s`, `${our_pages} pages/s`],
  ...Object.entries(peers).map(([name, figure]) => [name, Object.entries(figure).map(([k, v]) => `${v} ${k}`).join(', ')]),
  ['cold start, ms', `ours ${cold.ours}`, `wink ${cold['wink-nlp']}`],
]);
print('Near copies of 1,000 articles, texts to pairs', copiesRows(copies));
print('Ratios', [['', 'now', 'before'],
  ...Object.entries(ratios).map(([name, value]) => [name, value.toFixed(2), before('ratios', name)?.toFixed(2) ?? ''])]);
if (page) print('Page, bytes', [['newsloupe.html', page.raw, `${page.brotli} br`, before('page', 'brotli') ?? '']]);
writeFileSync(kLast, JSON.stringify({ articles, native: native.stages, wasm: wasm.stages, peers, copies, cold, ratios, page }, null, 1) + '\n');
console.log(`\nkept as ${kLast}`);
