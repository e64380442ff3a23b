import { distance, nearest } from '../../../../lib/local/vectors/distance';

it.each([
  ['cosine', [1, 0], [2, 0], 0],
  ['cosine', [1, 0], [0, 3], 1],
  ['cosine', [1, 0], [-1, 0], 2],
  ['cosine', [1, 0], [0, 0], 1],
  ['euclidean', [1, 0], [4, 4], 25],
  ['euclidean', [1, 1], [1, 1], 0],
] as const)('%s distance of %j and %j is %d', (metric, left, right, expected) => {
  expect(distance(metric, left, right)).toBeCloseTo(expected);
});

it('gives the nearest first, and the first key of two at one distance', () => {
  const vectors = [
    { key: 'b', data: [1, 0] },
    { key: 'a', data: [1, 0] },
    { key: 'far', data: [0, 1] },
  ];
  expect(nearest(vectors, { to: [1, 0], metric: 'cosine', count: 2 }).map(({ vector }) => vector.key)).toEqual([
    'a',
    'b',
  ]);
});
