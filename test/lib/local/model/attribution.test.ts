import { attributed, coverage } from '../../../../lib/local/model/attribution';

const passages = ['The pump has a warranty of 27 months.', 'The support desk of Heron answers calls from 8 to 18.'];

it.each([
  ['a sentence in other words around the same content', 'For the pump there is a warranty of 27 months.', 0],
  ['a sentence of the second passage', 'Calls are answered by the support desk from 8 to 18.', 1],
  ['another number', 'The pump has a warranty of 24 months.', undefined],
  ['another name', 'Indeed the pump of Kestrel has a warranty of 27 months.', undefined],
  ['something else', 'Paint the fence before winter.', undefined],
  ['no content', 'Yes, it is.', undefined],
])('finds the passage of %s', (_what, sentence, passage) => {
  expect(attributed(sentence, passages)).toBe(passage);
});

it('measures the share of the words', () => {
  expect(coverage('The pump has a purple warranty.', passages[0] ?? '')).toBeCloseTo(2 / 3);
  expect(coverage('It is.', '')).toBe(1);
});
