const { projects } = require('./jest.config.js');

/**
 * `npm run test:long`: whole lives of several environments on the local clouds, some minutes a file. They are not in
 * `.ci/run`, which has 25 minutes.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  maxWorkers: 1,
  projects: projects
    .filter(({ displayName }) => displayName === 'e2e')
    .map((e2e) => ({
      ...e2e,
      displayName: 'long',
      testMatch: ['<rootDir>/test/long/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/helpers/long-lane.ts'],
    })),
};
