// Rules on the text of the sources that no compiler checks.
import { readFileSync } from 'node:fs';
import { expectNone, test } from './cases.mjs';
import { sources } from './tree.mjs';

const kMaxLines = 500;
const kHeadings = { source: /source|written for|taken from/i, licence: /licence|\b(MIT|CC0|CC BY|BSD|LGPL|public domain)\b/i };

const lines = (path) => readFileSync(path, 'utf8').split('\n');

test(`no source is longer than ${kMaxLines} lines`, () => {
  expectNone(sources(/\.(cpp|h|js|mjs|py|sh|cmake)$/).map((path) => [path, lines(path).length - 1])
    .filter(([, count]) => count > kMaxLines).map(([path, count]) => `${path}: ${count} lines`));
});

test('every list and rule file says its purpose, source and licence at the top', () => {
  expectNone(sources(/^assets\/(lexicon|rules)\//).flatMap((path) => {
    const head = lines(path).filter((line) => line.startsWith('#')).join('\n');
    if (!lines(path)[0].startsWith('# ')) return [`${path}: does not open with '# ' lines`];
    return Object.entries(kHeadings).filter(([, words]) => !words.test(head)).map(([what]) => `${path}: names no ${what}`);
  }));
});

test('core prints no floating-point number and draws on no hidden state', () => {
  const forbidden = /\bstd::(format|rand|setlocale|getenv|time|to_string\(\s*\d*\.\d)|\bprintf\(|\bstd::c(out|err)\b|\bthrow\b/;
  expectNone(sources(/^core\/.*\.(cpp|h)$/).flatMap((path) => lines(path)
    .map((line, index) => [`${path}:${index + 1}`, line.replace(/\/\/.*/, '').replace(/"(\\.|[^"\\])*"/g, '""')])
    .filter(([, line]) => forbidden.test(line)).map(([where, line]) => `${where}: ${line.trim()}`)));
});

test('no file names an address of a package registry', () => {
  const registry = new RegExp(['registry\\.npm' + 'js', 'deb\\.deb' + 'ian', 'ftp\\.deb' + 'ian', 'pypi\\.' + 'org'].join('|'));
  expectNone(sources(/./).filter((path) => !/\.(png|ico)$/.test(path)).flatMap((path) => lines(path)
    .map((line, index) => [`${path}:${index + 1}`, line]).filter(([, line]) => registry.test(line)).map(([where]) => where)));
});
