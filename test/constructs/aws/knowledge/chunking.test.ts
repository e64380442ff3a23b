import { chunkingConfiguration, chunkingName, chunkingProblems } from '../../../../constructs/aws/knowledge/chunking';

const fixed = { kind: 'fixed', maxTokens: 300, overlapPercentage: 20 } as const;

test.each([
  [fixed, []],
  [{ kind: 'none' }, []],
  [{ ...fixed, maxTokens: 0 }, ['chunking.maxTokens']],
  [{ ...fixed, maxTokens: 99_999 }, []],
  [{ ...fixed, overlapPercentage: 0 }, ['chunking.overlapPercentage']],
  [{ ...fixed, overlapPercentage: 99 }, []],
  [{ ...fixed, overlapPercentage: 100 }, ['chunking.overlapPercentage']],
  [{ ...fixed, overlapPercentage: 12.5 }, ['chunking.overlapPercentage']],
] as const)('%j has the problems %j', (chunking, problems) => {
  expect(chunkingProblems('chunking', chunking).map(({ prop }) => prop)).toEqual(problems);
});

test('two ways to split have two names, and each its configuration', () => {
  expect(chunkingName(fixed)).toBe('fixed-300-20');
  expect(chunkingName({ kind: 'none' })).toBe('none');
  expect(chunkingConfiguration({ kind: 'none' })).toEqual({ chunkingStrategy: 'NONE' });
  expect(chunkingConfiguration(fixed).fixedSizeChunkingConfiguration).toEqual({
    maxTokens: 300,
    overlapPercentage: 20,
  });
});
