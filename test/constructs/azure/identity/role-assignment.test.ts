import fc from 'fast-check';
import { assignmentName } from '../../../../constructs/azure';

const parts = fc.array(fc.stringMatching(/^[ -~]{1,20}$/), { minLength: 1, maxLength: 5 });

test('is a UUID of version 8 that follows from what the assignment says', () => {
  fc.assert(
    fc.property(parts, (said) => {
      expect(assignmentName(said)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(assignmentName(said)).toBe(assignmentName([...said]));
    }),
  );
});

test('differs for assignments that differ in any part', () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      fc.pre(one.join('\n') !== other.join('\n'));
      expect(assignmentName(one)).not.toBe(assignmentName(other));
    }),
  );
});

test('never changes, or every assignment would be replaced', () => {
  expect(assignmentName(['subscription', 'scope', 'principal', 'role'])).toBe('466e303a-7149-8a77-9009-5d51101aa203');
});
