import { breachedBy, skippedWithoutBreaches } from '../constraint-breaches';
import type { Rule } from '../finding';

/** Every resource keeps the rules of its service that no schema expresses. */
export const constraintViolation: Rule = {
  code: 'ConstraintViolation',
  skipReason: skippedWithoutBreaches,
  check: (...asked) => breachedBy(asked, false),
};
