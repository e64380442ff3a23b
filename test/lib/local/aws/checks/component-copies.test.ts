import { componentCopies } from '../../../../../lib/local/aws/checks/component-copies';
import { checkInput, existing } from './check-input';

const type = 'AWS::SageMaker::InferenceComponent';
const copies = (count: number | string): { readonly RuntimeConfig: { readonly CopyCount: number | string } } => ({
  RuntimeConfig: { CopyCount: count },
});

test.each([
  [0, /^CopyCount 0 is below 1/],
  ['0', /^CopyCount 0 is below 1/],
  [1, undefined],
])('a new component with %p copies', (count, refused) => {
  const reason = componentCopies(checkInput(copies(count), { type }));
  expect(reason).toEqual(refused === undefined ? undefined : expect.stringMatching(refused));
});

test('a component that exists may go to zero, and the count may be left out', () => {
  const it = existing(type, 'It', copies(1));
  expect(componentCopies(checkInput(copies(0), { type, existing: [it] }))).toBeUndefined();
  expect(componentCopies(checkInput({}, { type }))).toBeUndefined();
});
