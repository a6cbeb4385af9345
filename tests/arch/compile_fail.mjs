// Files in tests/compile_fail: each must compile as it stands and must not with -DMUST_FAIL.
import { spawnSync } from 'node:child_process';
import { test } from './cases.mjs';
import { sources } from './tree.mjs';

const compiler = process.env.CXX || 'g++';

function compile(path, definitions) {
  return spawnSync(compiler, ['-std=c++20', '-fsyntax-only', '-I.', ...definitions, path], { encoding: 'utf8' });
}

for (const path of sources(/^tests\/compile_fail\/.*\.cpp$/)) {
  test(`${path} compiles`, () => {
    const { status, stderr, error } = compile(path, []);
    if (status !== 0) throw new Error(String(error ?? stderr));
  });
  test(`${path} does not compile with MUST_FAIL`, () => {
    if (compile(path, ['-DMUST_FAIL']).status === 0) throw new Error('it compiles');
  });
}
