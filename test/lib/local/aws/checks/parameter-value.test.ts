import { parameterValue } from '../../../../../lib/local/aws/checks/parameter-value';
import { checkInput } from './check-input';

const check = (length: number, tier?: string) =>
  parameterValue(checkInput({ Value: 'x'.repeat(length), ...(tier === undefined ? {} : { Tier: tier }) }));

test.each([
  [1, undefined],
  [4096, undefined],
  [4096, 'Standard'],
  [8192, 'Advanced'],
  [8192, 'Intelligent-Tiering'],
])('accepts %i characters in tier %s', (length, tier) => {
  expect(check(length, tier)).toBeUndefined();
});

test.each([
  [4097, undefined, 'Standard tier parameters support a maximum value of 4096 characters, got 4097 (#/Value)'],
  [8193, 'Advanced', 'Advanced tier parameters support a maximum value of 8192 characters, got 8193 (#/Value)'],
  [0, undefined, "Parameter value can't be empty (#/Value)"],
])('fails on %i characters in tier %s', (length, tier, reason) => {
  expect(check(length, tier)).toBe(reason);
});
