import { blockingFilters } from '../../../../constructs/azure/model/content-filters';

test('every check blocks, in both directions where the harm can come from either', () => {
  expect(blockingFilters.map(({ name, source }) => `${name}: ${source}`)).toEqual([
    'Hate: Prompt',
    'Hate: Completion',
    'Selfharm: Prompt',
    'Selfharm: Completion',
    'Sexual: Prompt',
    'Sexual: Completion',
    'Violence: Prompt',
    'Violence: Completion',
    'Indirect Attack: Prompt',
    'Jailbreak: Prompt',
    'Protected Material Code: Completion',
    'Protected Material Text: Completion',
  ]);
  expect(blockingFilters.map(({ enabled, blocking }) => [enabled, blocking])).toEqual(
    blockingFilters.map(() => [true, true]),
  );
});

test('harm is blocked from medium severity, and detections without severities have no threshold', () => {
  expect(blockingFilters.map(({ severityThreshold }) => severityThreshold)).toEqual([
    ...Array<string>(8).fill('Medium'),
    ...Array<undefined>(4).fill(undefined),
  ]);
});
