import { componentCopies } from '../../../../lib/constraints/llm/component-copies';
import { breaches, cloud, known, template } from './around';

const copies = (CopyCount: unknown) => ({ RuntimeConfig: { CopyCount: CopyCount as number } });
const refused = [
  '#/RuntimeConfig/CopyCount: CopyCount 0 is below 1, and a component is created with at least one copy',
];

test.each([
  [0, refused],
  ['0', refused],
  [1, []],
  [{ Ref: 'Copies' }, []],
])('a new component with %j copies', (count, expected) => {
  expect(breaches(componentCopies, copies(count), cloud())).toEqual(expected);
});

test('a component that exists, or that may exist, can go to zero, and the count may be left out', () => {
  const it = known('AWS::SageMaker::InferenceComponent', 'It', copies(1));
  expect(breaches(componentCopies, copies(0), cloud([it]))).toEqual([]);
  expect(breaches(componentCopies, copies(0), template())).toEqual([]);
  expect(breaches(componentCopies, {}, cloud())).toEqual([]);
});
