import { nearest } from '../../../lib/platform/suggest';

test.each([
  ['a letter apart', 'prces', ['prices', 'instances'], 'prices'],
  ['not written to its end', 'H100', ['A10', 'H100-80GB-SXM', 'H100-80GB-PCIe'], 'H100-80GB-SXM'],
  ['not written to its end', 'carbonUsdPerTonne', ['carbonUsdPerTonneCo2e'], 'carbonUsdPerTonneCo2e'],
  ['a letter apart, though another begins so', 'chat', ['chatt', 'chat-long'], 'chatt'],
  ['too short to be the beginning of anything', 'ml', ['ml.g5.xlarge'], undefined],
  ['far from everything', 'moon', ['us-east-1', 'eu-west-1'], undefined],
  ['beside an empty list', 'moon', [], undefined],
] as const)('a word %s: %s', (_title, word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant);
});
