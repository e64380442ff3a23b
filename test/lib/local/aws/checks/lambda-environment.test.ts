import { lambdaEnvironment } from '../../../../../lib/local/aws/checks/lambda-environment';
import { checkInput } from './check-input';

// `{"A":"…"}` has 8 bytes around the value.
const check = (value: string) => lambdaEnvironment(checkInput({ Environment: { Variables: { A: value } } }));

test('accepts 4,096 bytes, and a function without variables', () => {
  expect(check('x'.repeat(4088))).toBeUndefined();
  expect(lambdaEnvironment(checkInput({}))).toBeUndefined();
  expect(lambdaEnvironment(checkInput({ Environment: {} }))).toBeUndefined();
});

test('fails on one byte more, and counts bytes, not characters', () => {
  expect(check('x'.repeat(4089))).toBe(
    'Lambda was unable to configure your environment variables because they exceed the 4 KB limit: 4097 bytes (#/Environment/Variables)',
  );
  expect(check('é'.repeat(2045))).toContain('4098 bytes');
});
