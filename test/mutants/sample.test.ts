import { join } from 'node:path';
import { sampledRanges } from './sample';

const file = join(__dirname, 'report.ts');

test('all declarations with code are drawn at 100 percent, none at 0, and types never', () => {
  expect(sampledRanges([file], { percent: 0, seed: 1 })).toEqual([]);
  const all = sampledRanges([file], { percent: 100, seed: 1 });
  expect(all).toHaveLength(2);
  for (const range of all) expect(range).toMatch(/report\.ts:\d+-\d+$/);
});

test('a seed decides the sample', () => {
  const files = [file, join(__dirname, 'sample.ts'), join(__dirname, 'run.ts')];
  const drawn = (seed: number) => sampledRanges(files, { percent: 50, seed });
  expect(drawn(7)).toEqual(drawn(7));
  expect(new Set([1, 2, 3, 4, 5].map((seed) => drawn(seed).join())).size).toBeGreaterThan(1);
  for (const range of drawn(7)) expect(sampledRanges(files, { percent: 100, seed: 7 })).toContain(range);
});
