const { projects } = require('../../jest.config.js');

/** The unit lane alone, with the tests of a room: LLMOPS_MUTANT_TESTS lists their folders, one after the other. */
module.exports = {
  ...projects[0],
  rootDir: process.cwd(),
  testMatch: (process.env.LLMOPS_MUTANT_TESTS ?? 'test').split(' ').map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
};
