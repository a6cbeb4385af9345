// Runs the page tests: node tests/web/run.mjs [part of a test's name]. Needs dist/newsloupe.html and a Chromium.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from './harness.mjs';

const here = dirname(fileURLToPath(import.meta.url));
for (const name of readdirSync(here).filter((file) => file.endsWith('.test.mjs')).sort()) await import(join(here, name));
process.exit((await runTests(process.argv[2])) ? 0 : 1);
