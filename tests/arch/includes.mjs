// The direction of includes and the rooms of foreign libraries (ARCHITECTURE.md, invariants 1 and 7).
import { readFileSync } from 'node:fs';
import { expectNone, test } from './cases.mjs';
import { sources } from './tree.mjs';

// Each folder includes from itself and from those before it.
const kOrder = ['base', 'text', 'resources', 'unpack', 'ingest', 'clean', 'segment', 'annotate', 'resolve', 'compare', 'analysis',
  'present', 'wire'];

// Which folders may include what is not ours and not the standard library.
const kRooms = [
  { library: 'nlohmann', header: /^nlohmann\//, rooms: ['core/unpack/', 'core/ingest/', 'core/wire/', 'tests/'] },
  { library: 'RE2', header: /^(re2|absl)\//, rooms: ['core/resources/', 'tests/'] },
  { library: 'gumbo', header: /^gumbo\.h$/, rooms: ['core/ingest/', 'tests/'] },
  { library: 'zlib', header: /^(zlib|zconf)\.h$/, rooms: ['core/unpack/'] },
  { library: 'utf8proc', header: /^utf8proc\.h$/, rooms: ['core/base/', 'tests/'] },
  { library: 'Dear ImGui', header: /^(imgui|imstb|imconfig)/, rooms: ['web/ui/', 'web/platform/', 'web/app/', 'tests/ui/'] },
  { library: 'the browser', header: /^(emscripten|GLES\d|EGL)/, rooms: ['web/platform/', 'web/bridge/', 'tests/bench/'] },
  { library: 'doctest', header: /^doctest\//, rooms: ['tests/'] },
];

// What a pure core cannot hold: clock, files, locale, randomness, threads, logging.
const kImpure = /^(chrono|ctime|filesystem|fstream|iostream|cstdio|locale|random|thread|mutex|future|unistd\.h|sys\/.*)$/;

function includesOf(path) {
  const found = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, index) => {
    const match = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(line);
    if (match) found.push({ quoted: match[1] === '"', header: match[2], where: `${path}:${index + 1}` });
  });
  return found;
}

const includes = sources(/\.(cpp|h)$/).flatMap((path) => includesOf(path).map((one) => ({ path, ...one })));

function rank(path) {
  const match = /^core\/(\w+)\//.exec(path);
  if (match) return kOrder.indexOf(match[1]);
  return /^(cli|web)\//.test(path) ? kOrder.length : null;
}

test('no folder includes from its right', () => {
  expectNone(includes
    .filter(({ path, header }) => path.startsWith('core/') && rank(header) !== null && rank(header) > rank(path))
    .map(({ where, header }) => `${where}: includes ${header}, which comes later`));
});

test('every folder of core has its place in the order', () => {
  const folders = new Set(sources(/^core\//).map((path) => path.split('/')[1]));
  expectNone([...folders].filter((folder) => !kOrder.includes(folder)).map((folder) => `core/${folder} has no place`));
});

test('cli and web do not include each other', () => {
  expectNone(includes
    .filter(({ path, header }) => (path.startsWith('cli/') && header.startsWith('web/')) ||
      (path.startsWith('web/') && header.startsWith('cli/')))
    .map(({ where, header }) => `${where}: includes ${header}`));
});

test('our headers are included from the root of the repository', () => {
  expectNone(includes.filter(({ path, quoted, header }) => quoted && rank(header) === null && !header.startsWith('tests/') &&
    !kRooms.some((room) => room.header.test(header)) && !path.startsWith('tests/'))
    .map(({ where, header }) => `${where}: write "${header}" from the root`));
});

for (const { library, header: pattern, rooms } of kRooms) {
  test(`${library} stays in its room`, () => {
    expectNone(includes
      .filter(({ path, header }) => pattern.test(header) && !rooms.some((room) => path.startsWith(room)))
      .map(({ where, header }) => `${where}: includes ${header}; only ${rooms.join(' and ')} may`));
  });
}

test('core includes no clock, file, locale, randomness, thread or log', () => {
  expectNone(includes
    .filter(({ path, quoted, header }) => path.startsWith('core/') && !quoted && kImpure.test(header))
    .map(({ where, header }) => `${where}: includes <${header}>`));
});
