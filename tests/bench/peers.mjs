// What people would use instead, on the same articles and in the same run: prints JSON {name: {value, unit}}.
//
//   node tests/bench/peers.mjs <JSON Lines of articles>
//
// Slow ones get fewer articles: compromise reads 0.04 MB/s, and recognizers are fed sentences because they are worse than
// linear in the length of a text. Every figure is the best of several passes after a warm-up.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { countTokens, pageOf, readRecords } from './measures.mjs';

const require = createRequire(new URL('peers/package.json', import.meta.url));
const few = 40;

function best(passes, work) {
  let least = Infinity;
  for (let i = 0; i <= passes; i += 1) {
    const begin = performance.now();
    work();
    if (i > 0) least = Math.min(least, performance.now() - begin);
  }
  return least;
}

function winkFull() {
  const wink = require('wink-nlp')(require('wink-eng-lite-web-model'));
  return (text) => {
    const doc = wink.readDoc(text);
    return doc.entities().out(wink.its.detail).length + doc.sentences().length();
  };
}

function compromise() {
  const nlp = require('compromise');
  nlp.plugin(require('compromise-dates'));
  return (text) => {
    const doc = nlp(text);
    return [doc.people(), doc.places(), doc.organizations(), doc.quotations(), doc.numbers(), doc.dates()]
      .reduce((n, view) => n + view.json({ offset: true }).length, 0);
  };
}

function recognizers() {
  const suite = require('@microsoft/recognizers-text-suite');
  const day = new Date(Date.UTC(2025, 7, 26));
  return (text) => text.split(/(?<=[.!?])\s+/).reduce((n, sentence) =>
    n + suite.recognizeDateTime(sentence, suite.Culture.English, undefined, day).length +
    suite.recognizeNumber(sentence, suite.Culture.English).length + suite.recognizeCurrency(sentence, suite.Culture.English).length, 0);
}

function readability() {
  const { Readability } = require('@mozilla/readability');
  const { parseHTML } = require('linkedom');
  return (html) => new Readability(parseHTML(html).document).parse().textContent.length;
}

const records = readRecords(readFileSync(process.argv[2], 'utf8'));
const texts = records.map((record) => record.text);
const shown = {};
const rate = (name, list, milliseconds) =>
  (shown[name] = { tokens_per_second: Math.round(countTokens(list) / milliseconds * 1000), articles: list.length });

const wink = winkFull();
rate('wink-nlp, full', texts.slice(0, 400), best(3, () => texts.slice(0, 400).forEach(wink)));
const slow = compromise();
const small = texts.slice(0, few);
const compromise_time = best(1, () => small.forEach(slow));
rate('compromise, names quotes numbers dates', small, compromise_time);
const recognize = recognizers();
const stack_time = best(1, () => small.forEach((text) => wink(text) + recognize(text))) + compromise_time;
rate('wink + compromise + recognizers', small, stack_time);
const clean = readability();
const pages = records.slice(0, 100).map(pageOf);
shown['readability + linkedom'] = { pages_per_second: Math.round(pages.length / best(3, () => pages.forEach(clean)) * 1000) };
process.stdout.write(JSON.stringify(shown, null, 1) + '\n');
