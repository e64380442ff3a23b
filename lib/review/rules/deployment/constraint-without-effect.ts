import { breachedBy, skippedWithoutBreaches } from '../../constraint-breaches';
import type { Rule } from '../../rule';

/** Nothing that a service takes without effect, such as a policy action that does not exist. */
export const constraintWithoutEffect: Rule = {
  code: 'ConstraintWithoutEffect',
  family: 'deployment',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'A setting that does nothing is taken for one that does.',
  source: {
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    asOf: '2026-11-30',
  },
  skipReason: skippedWithoutBreaches,
  check: (...asked) => breachedBy(asked, true),
};
