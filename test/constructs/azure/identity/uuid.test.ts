import fc from 'fast-check';
import { uuidOf } from '../../../../constructs/azure/identity/uuid';

const parts = fc.array(fc.stringMatching(/^[ -~]{1,20}$/), { minLength: 1, maxLength: 5 });

test('a name is a UUID of version 8 that is derived from the content', () => {
  fc.assert(
    fc.property(parts, (content) => {
      expect(uuidOf(content)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(uuidOf(content)).toBe(uuidOf([...content]));
    }),
  );
});

test('names differ for assignments that differ in any part', () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      fc.pre(one.join('\n') !== other.join('\n'));
      expect(uuidOf(one)).not.toBe(uuidOf(other));
    }),
  );
});

test('a name never changes, or every assignment would be replaced', () => {
  expect(uuidOf(['subscription', 'scope', 'principal', 'role'])).toBe('466e303a-7149-8a77-9009-5d51101aa203');
});
