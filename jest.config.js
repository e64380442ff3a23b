const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/helpers/fast-check.ts' },
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/cdk.out', '<rootDir>/out'],
  globalSetup: '<rootDir>/test/helpers/temp-folder.ts',
  globalTeardown: '<rootDir>/test/helpers/temp-folder-end.ts',
};
module.exports = {
  // Modules of a test file stay in memory until its process ends. In one process, which is what jest uses on two cores, the
  // heap is full after some 340 files.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '1GB',
  // The unit lane tests in process; the e2e lane starts real CLIs; the pulumi lane needs a Pulumi CLI on PATH.
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/', '<rootDir>/test/long/', '<rootDir>/test/pulumi/'],
      setupFilesAfterEnv: ['<rootDir>/test/helpers/unit-lane.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/helpers/e2e-lane.ts'],
    },
    {
      ...shared,
      displayName: 'pulumi',
      testMatch: ['<rootDir>/test/pulumi/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/helpers/e2e-lane.ts'],
    },
  ],
};
