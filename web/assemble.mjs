// Puts the page together: shell.html, the compiled module, the fonts and the bridge become one self-contained file.
//
//   node web/assemble.mjs --build <folder with newsloupe.js and .wasm> --fonts <folder> --out <folder>
//
// Writes <out>/newsloupe.html and <out>/site/: the same bytes as index.html, with what a static host adds (web/site). The policy is written last:
// it holds the hash of every script. Node only, no packages.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// In the order in which they build on each other; they share one scope.
const kBridge = ['memory', 'session_loop', 'worker_link', 'sources', 'input', 'text_layer', 'browser_text', 'mirror', 'link_code',
  'dialogs', 'story_file', 'text_view', 'share', 'page', 'hosted', 'bridge'];

function parseArguments(words) {
  const options = { fonts: null };
  for (let i = 0; i < words.length; i += 2) options[words[i].replace(/^--/, '')] = words[i + 1];
  if (!options.build || !options.out) {
    console.error('usage: node web/assemble.mjs --build DIR [--fonts DIR] --out DIR');
    process.exit(2);
  }
  return options;
}

// All files as one block, base64 of xz: a line with names and lengths, then the files end to end. Against gzip, xz saves a
// quarter of the page; its window spans the module. The decoder knows CRC32 alone.
function packFiles(files) {
  const list = JSON.stringify(files.map(([name, bytes]) => [name, bytes.length])) + '\n';
  const packed = execFileSync('xz', ['--format=xz', '--check=crc32', '--threads=1', '--lzma2=preset=9e,pb=0,lc=3,lp=0', '--stdout'],
    { input: Buffer.concat([Buffer.from(list), ...files.map(([, bytes]) => bytes)]), maxBuffer: 1 << 28 });
  return `<script type="application/octet-stream" id="files">${packed.toString('base64')}</script>`;
}

function readFiles({ build, fonts }) {
  const faces = fonts ? readdirSync(fonts).filter((name) => /\.(ttf|otf)$/.test(name)).sort() : [];
  return [['newsloupe.wasm', readFileSync(join(build, 'newsloupe.wasm'))],
    ['third_party_licences.txt', readFileSync(join(build, 'third_party_licences.txt'))],
    ...faces.map((name) => [name, readFileSync(join(fonts, name))])];
}

function readScripts({ build }) {
  const parts = kBridge.map((name) => readFileSync(join(root, 'web/bridge', name + '.js'), 'utf8'));
  const scripts = [['first', readFileSync(join(root, 'web/bridge/first.js'), 'utf8')],
    ['unpacker', readFileSync(join(build, 'xz-decompress.js'), 'utf8')],
    ['glue', readFileSync(join(build, 'newsloupe.js'), 'utf8')],
    ['bridge', `(() => {\n'use strict';\n${parts.join('\n')}})();\n`]];
  for (const [id, text] of scripts) {
    if (/<\/script|<!--/i.test(text)) throw new Error(`the script "${id}" would end its own element`);
  }
  return scripts;
}

const sha256 = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

// The one policy: nothing may be fetched by anybody (the hosted copy adds manifest and service worker from itself).
function policy(scripts) {
  const hashes = scripts.map(([, text]) => sha256(text)).join(' ');
  return `default-src 'none'; script-src ${hashes} 'wasm-unsafe-eval'; worker-src blob: 'self'; manifest-src 'self'; ` +
    `style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'`;
}

function fill(template, mark, text) {
  const place = `<!-- newsloupe:${mark} -->`;
  if (template.split(place).length !== 2) throw new Error(`shell.html must hold ${place} once`);
  return template.split(place).join(text);
}

// Where links made in a copy on a disk lead.
function homeAddress() {
  const address = process.env.NEWSLOUPE_HOME_URL || '';
  if (address === '') return '';
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) throw new Error('NEWSLOUPE_HOME_URL must be an address of the web: ' + address);
  url.hash = '';
  return `<meta name="newsloupe-home" content="${url.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`;
}

const options = parseArguments(process.argv.slice(2));
const scripts = readScripts(options);
let page = readFileSync(join(root, 'shell.html'), 'utf8');
page = fill(page, 'files', packFiles(readFiles(options)));
page = fill(page, 'scripts', scripts.map(([id, text]) => `<script id="${id}">${text}</script>`).join('\n'));
page = fill(page, 'home', homeAddress());
page = fill(page, 'policy', `<meta http-equiv="Content-Security-Policy" content="${policy(scripts)}">`);

mkdirSync(join(options.out, 'site'), { recursive: true });
writeFileSync(join(options.out, 'newsloupe.html'), page);
writeFileSync(join(options.out, 'site', 'index.html'), page);
const build = createHash('sha256').update(page).digest('hex').slice(0, 16);
for (const name of readdirSync(join(root, 'web/site'))) {
  const text = readFileSync(join(root, 'web/site', name), 'utf8');
  writeFileSync(join(options.out, 'site', name), text.replace('newsloupe-BUILD', 'newsloupe-' + build));
}
