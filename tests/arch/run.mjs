// Runs the tests on the sources themselves: node tests/arch/run.mjs
import { runCases } from './cases.mjs';
import './includes.mjs';
import './sources.mjs';
import './compile_fail.mjs';

await runCases();
