// Runs the page tests: node tests/web/run.mjs [part of a test's name]. Needs dist/newsloupe.html and a Chromium.
// With PENDING=1 those of tests/web/pending: written, with cases that do not pass yet; a file moves out when all of it does.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from './harness.mjs';

const here = join(dirname(fileURLToPath(import.meta.url)), process.env.PENDING === '1' ? 'pending' : '');
for (const name of readdirSync(here).filter((file) => file.endsWith('.test.mjs')).sort()) await import(join(here, name));
process.exit((await runTests(process.argv[2])) ? 0 : 1);
