// One line a machine and a person can read, from jest's own report.
const { readFileSync } = require('node:fs');

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const suite of report.testResults.filter(({ status }) => status === 'failed'))
  console.log(`failed: ${suite.name}`);
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${report.numPendingTests} skipped`);
