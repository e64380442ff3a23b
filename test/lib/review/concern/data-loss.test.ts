import { dataLoss } from '../../../../lib/review/concern/data-loss';
import { aws } from '../../../helpers/changes';
import { concernsBetween } from '../../../helpers/concerns';

const index = aws('AWS::S3Vectors::Index', 'Index', { Dimension: 1024 }, { stateful: true });

test.each([
  ['a replacement', [index], [{ ...index, properties: { Dimension: 512 } }], 'block'],
  ['a destruction', [index], [], 'block'],
  ['another address', [index], [{ ...index, address: 'app/Other' }], 'block'],
  ['a destruction of what is retained', [{ ...index, retained: true }], [], undefined],
  [
    'a replacement of what is retained',
    [{ ...index, retained: true }],
    [{ ...index, retained: true, properties: { Dimension: 512 } }],
    undefined,
  ],
  ['a retention that ends', [{ ...index, retained: true }], [index], 'warning'],
  ['an update', [index], [{ ...index, properties: { Dimension: 1024, Tags: [] } }], undefined],
])('%s: %#', (_title, base, next, level) => {
  expect(concernsBetween(dataLoss, base, next).map((concern) => concern.level)).toEqual(
    level === undefined ? [] : [level],
  );
});

test('the concern names the property that cannot change in place', () => {
  expect(concernsBetween(dataLoss, [index], [{ ...index, properties: { Dimension: 512 } }])).toMatchObject([
    {
      code: 'DataLost',
      path: 'Dimension',
      message: expect.stringContaining('Dimension cannot change in place') as string,
    },
  ]);
});
