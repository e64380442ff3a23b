const { projects } = require('../../jest.config.js');

const folders = (process.env.LLMOPS_MUTANT_TESTS ?? 'test').split(' ').map((folder) => `<rootDir>/${folder}`);

/** The unit lane alone, with the tests of a room: LLMOPS_MUTANT_TESTS lists their folders, one after the other. */
module.exports = {
  ...projects[0],
  rootDir: process.cwd(),
  // Where jest looks for files: it does so again for every mutant.
  roots: ['<rootDir>/lib', '<rootDir>/test/helpers', ...folders],
  testMatch: folders.map((folder) => `${folder}/**/*.test.ts`),
};
