import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import fc from 'fast-check';

test('a failing property prints the seed that repeats it', () => {
  const seed = process.env.FAST_CHECK_SEED ?? '20261130';
  expect(() => {
    fc.assert(fc.property(fc.nat(), () => false));
  }).toThrow(`{ seed: ${seed}, path: "0`);
});

test('temporary files are in the folder that is deleted after the run', () => {
  expect(basename(tmpdir())).toMatch(/^llmops-test-/);
});
