// The page's end of the worker, without a browser: the worker here is a list of what it was told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { root, test } from './harness.mjs';

function makeLink() {
  const told = [];
  const events = [];
  const workers = [];
  class Worker {
    constructor() { workers.push(this); }
    postMessage(message) { told.push(message); }
    terminate() { this.ended = true; }
  }
  const note = (name) => (...values) => events.push([name, ...values]);
  const world = vm.createContext({ Worker, MessageChannel, Uint8Array, TextEncoder, TextDecoder, flags: {},
    worker_address: null, document: { getElementById: () => ({ textContent: '' }) },
    URL: { createObjectURL: () => 'blob:' }, Blob });
  const scripts = ['memory', 'session_loop', 'worker_link'].map((name) => readFileSync(join(root, 'web/bridge', name + '.js'), 'utf8'));
  const WorkerLink = vm.runInContext(scripts.join('\n') + '; WorkerLink', world);
  const link = new WorkerLink({}, {}, '2026-01-20', { response: note('response'), lost: note('lost'), failed: note('failed'),
    progress() {}, settled() {}, trace() {} });
  const say = (message) => workers.at(-1).onmessage({ data: message });
  return { link, told, events, workers, say };
}

const source = (path, bytes = 'x') => ({ path, open: async () => new Blob([bytes]) });
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const paths = (told) => told.filter((message) => message.kind === 'file').map((message) => message.path);

test('files are given by reference and in order, a bounded number ahead of the analysis', async () => {
  const { link, told, say } = makeLink();
  const names = Array.from({ length: 300 }, (_, i) => 'f' + i);
  link.addFiles(names.map((path, i) => ({ path, open: () => new Promise((done) => setTimeout(() => done(new Blob(['x'])), i % 3)) })));
  await settle();
  assert.deepEqual(paths(told), names.slice(0, 256));
  for (let number = 1; number <= 128; number += 1) {
    assert.deepEqual(paths(told), names.slice(0, 256));
    say({ kind: 'began', number });
    say({ kind: 'done', number });
    await null;
  }
  await settle();
  assert.deepEqual(paths(told), names);
  assert.equal(told.findLast((message) => message.kind === 'coming').files, 0);
});

test('what the worker cannot read the page tries; what neither can is named and the others go on', async () => {
  const { link, told, events, say } = makeLink();
  let opened = 0;
  const moved = { path: 'a', open: async () => {
    opened += 1;
    if (opened === 1) return new Blob(['x']);
    throw Object.assign(new Error('moved'), { name: 'NotReadableError' });
  } };
  link.addFiles([moved, source('b'), source('c')]);
  await settle();
  say({ kind: 'unreadable', number: 1, name: 'NotReadableError', message: 'x' });
  say({ kind: 'unreadable', number: 2, name: 'SecurityError', message: 'x' });
  say({ kind: 'began', number: 3 });
  say({ kind: 'done', number: 3 });
  await settle();
  assert.deepEqual(paths(told), ['a', 'b', 'c', 'b']);
  assert.equal(new TextDecoder().decode(told.findLast((message) => message.path === 'b').buffer), 'x');
  assert.deepEqual(events, [['failed', 'a', 'it was moved, changed or locked since it was added']]);
  say({ kind: 'began', number: 2 });
  say({ kind: 'done', number: 2 });
  assert.equal(link.done, 3);
});

test('the file a worker died on is left out of the replay, and named', async () => {
  const { link, told, events, workers, say } = makeLink();
  link.addFiles(['a', 'b', 'c'].map((path) => source(path)));
  await settle();
  say({ kind: 'began', number: 1 });
  say({ kind: 'done', number: 1 });
  say({ kind: 'began', number: 2 });
  await settle();
  link.request(new Uint8Array([7]), true);
  told.length = 0;
  say({ kind: 'died', reason: 'out of memory' });
  for (let turn = 0; turn < 4; turn += 1) {
    await settle();
    for (const number of [1, 3]) say({ kind: 'done', number });
  }
  assert.equal(workers.length, 2);
  assert.ok(workers[0].ended);
  const replayed = told.filter((message) => message.kind === 'file' || message.kind === 'request');
  assert.deepEqual(replayed.map((message) => message.path || 'change'), ['a', 'c', 'change']);
  assert.deepEqual(events.map(([name, path]) => [name, path]), [['failed', 'b'], ['lost', 'b']]);
});

test('a worker that dies with nothing in its hands is not started for ever', async () => {
  const { workers, events, say } = makeLink();
  say({ kind: 'died', reason: 'first' });
  say({ kind: 'died', reason: 'second' });
  assert.equal(workers.length, 2);
  assert.deepEqual(events.map(([name]) => name), ['lost', 'failed']);
});

test('a file that cannot be read is named and the others go on', async () => {
  const { link, told, events } = makeLink();
  const gone = { path: 'gone', open: async () => { throw Object.assign(new Error('gone'), { name: 'NotFoundError' }); } };
  link.addFiles([gone, source('a')]);
  await settle();
  assert.deepEqual(paths(told), ['a']);
  assert.deepEqual(events.map(([name, path]) => [name, path]), [['failed', 'gone']]);
});
