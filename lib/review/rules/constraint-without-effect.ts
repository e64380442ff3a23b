import { breachedBy, skippedWithoutBreaches } from '../constraint-breaches';
import type { Rule } from '../finding';

/** Nothing that a service takes without effect, such as a policy action that does not exist. */
export const constraintWithoutEffect: Rule = {
  code: 'ConstraintWithoutEffect',
  skipReason: skippedWithoutBreaches,
  check: (...asked) => breachedBy(asked, true),
};
