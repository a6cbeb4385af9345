// Near copies, from texts to pairs with a Jaccard coefficient of word 5-grams of a half or more: ours beside npm minhash with
// its index, on the same texts in one run, and what each finds of what comparing every text with every other finds.
//
//   node tests/bench/copies.mjs [ARTICLES]     default 1000; run.mjs calls it, too
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { benchArticles } from './corpus.mjs';

const require = createRequire(new URL('peers/package.json', import.meta.url));

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function shinglesOf(text) {
  const words = wordsOf(text);
  const shingles = [];
  for (let i = 0; i + 5 <= words.length; i += 1) shingles.push(words.slice(i, i + 5).join(' '));
  return shingles;
}

// With an estimated coefficient of a half or more. What its index proposes is checked by the same estimate.
function minhashPairs(texts) {
  const { Minhash, LshIndex } = require('minhash');
  const index = new LshIndex({ bandSize: 4 });
  const hashes = texts.map((text, number) => {
    const hash = new Minhash({ numPerm: 128 });
    for (const shingle of shinglesOf(text)) hash.update(shingle);
    index.insert(String(number), hash);
    return hash;
  });
  const pairs = new Set();
  hashes.forEach((hash, a) => {
    for (const key of index.query(hash)) {
      const b = Number(key);
      if (b > a && hash.jaccard(hashes[b]) >= 0.5) pairs.add(`${a} ${b}`);
    }
  });
  return pairs;
}

// The truth, from the strings themselves: "a b" with what both have and what one of them has.
function exactPairs(texts) {
  const sets = texts.map((text) => new Set(shinglesOf(text)));
  const pairs = new Map();
  sets.forEach((set, b) => {
    for (let a = 0; a < b; a += 1) {
      const [smaller, larger] = set.size < sets[a].size ? [set, sets[a]] : [sets[a], set];
      if (smaller.size * 2 < larger.size) continue;
      let common = 0;
      for (const shingle of smaller) common += larger.has(shingle) ? 1 : 0;
      const united = smaller.size + larger.size - common;
      if (common > 0 && common * 2 >= united) pairs.set(`${a} ${b}`, `${common} ${united}`);
    }
  });
  return pairs;
}

// Fails where our pairs are not exactly the true ones.
function ours(command, words, input, truth) {
  const text = execFileSync(command, words, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = new Map([...text.matchAll(/^pair (\d+ \d+) (\d+ \d+)$/gm)].map(([, pair, counts]) => [pair, counts]));
  const same = found.size === truth.size && [...found].every(([pair, counts]) => truth.get(pair) === counts);
  if (!same) throw new Error(`${words.join(' ')}: ${found.size} pairs, ${truth.size} by comparing every text with every other`);
  const [, fastest, reading] = /fastest of \d+: ([\d.]+) ms, of which reading ([\d.]+)/.exec(text);
  return { milliseconds: Number(fastest), reading: Number(reading), pairs: found.size };
}

export function measureCopies(count) {
  const records = benchArticles(count);
  const texts = records.map((record) => record.text);
  const input = records.map((record) => JSON.stringify(record)).join('\n') + '\n';
  const truth = exactPairs(texts);
  const begin = performance.now();
  const estimated = minhashPairs(texts);
  const milliseconds = Math.round(performance.now() - begin);
  const right = [...estimated].filter((pair) => truth.has(pair)).length;
  const native = ours('build/release/newsloupe_bench', ['copies', '15'], input, truth);
  const wasm = ours('node', ['build/wasm/bench/newsloupe_bench.js', 'copies', '15'], input, truth);
  return { articles: count, pairs: truth.size, minhash: { milliseconds, found: right, wrong: estimated.size - right }, native, wasm,
    ratio: milliseconds / wasm.milliseconds, native_ratio: milliseconds / native.milliseconds };
}

export function copiesRows(c) {
  return [['', 'ms', `of ${c.pairs} pairs`, 'wrong', 'times minhash'],
    ['npm minhash, 128 hashes, index', c.minhash.milliseconds, c.minhash.found, c.minhash.wrong, 1],
    ['Newsloupe, WASM', c.wasm.milliseconds, c.wasm.pairs, 0, c.ratio.toFixed(1)],
    ['Newsloupe, native', c.native.milliseconds, c.native.pairs, 0, c.native_ratio.toFixed(1)]];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const measured = measureCopies(Number(process.argv[2] ?? 1000));
  for (const row of copiesRows(measured)) console.log(row.map((cell, i) => (i === 0 ? String(cell).padEnd(34) : String(cell).padStart(16))).join(''));
}
