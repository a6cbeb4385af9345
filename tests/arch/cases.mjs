// The smallest test runner: named cases, counted; the last line is "N passed, N failed".
const cases = [];

export function test(name, body) {
  cases.push({ name, body });
}

// Lines that say what is wrong; none means right.
export function expectNone(problems) {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

export async function runCases() {
  let failed = 0;
  for (const { name, body } of cases) {
    try {
      await body();
    } catch (error) {
      failed += 1;
      console.log(`FAIL  ${name}\n${String(error.message).replace(/^/gm, '      ')}`);
    }
  }
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
