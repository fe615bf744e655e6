import fs from 'node:fs';

/** Leaves the numbers of a Jest run for the closing line of `npm test`. */
export default class CountReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests }) {
    const counts = {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests + numTodoTests,
    };
    fs.writeFileSync(process.env.VERBOND_TEST_COUNTS, JSON.stringify(counts));
  }
}
