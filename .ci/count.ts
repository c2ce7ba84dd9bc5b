import { readFileSync } from 'node:fs';

/** Adds up the test runner's reports; a report that is missing is a failure. */
const [folder, ...runs] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const run of runs) {
  try {
    const report = JSON.parse(readFileSync(`${folder}/${run}.json`, 'utf8'));
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests || (report.success ? 0 : 1);
    total.skipped += report.numPendingTests + report.numTodoTests;
  } catch (error) {
    console.error(`The tests "${run}" left no report: ${error instanceof Error ? error.message : error}`);
    total.failed += 1;
  }
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
if (total.failed > 0) process.exitCode = 1;
