import { checked, verified } from '../../../../../lib/local/aws/state/checksum';

test.each(['', 'text', 'ü'.repeat(3_000), Buffer.from([0, 255])])('a value is what was written', (value) => {
  expect(verified(checked(value))).toEqual(Buffer.from(value));
});

test('a value that is another one, too short or empty is not verified', () => {
  const value = checked('text');
  value[5] = 0;
  expect(verified(value)).toBeUndefined();
  expect(verified(Buffer.alloc(3))).toBeUndefined();
  expect(verified(Buffer.alloc(0))).toBeUndefined();
});
