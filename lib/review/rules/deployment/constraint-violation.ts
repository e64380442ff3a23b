import { breachedBy, skippedWithoutBreaches } from '../../constraint-breaches';
import type { Rule } from '../../rule';

/** Every resource keeps the rules of its service that no schema expresses. */
export const constraintViolation: Rule = {
  code: 'ConstraintViolation',
  family: 'deployment',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The deployment fails.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    asOf: '2026-11-30',
  },
  skipReason: skippedWithoutBreaches,
  check: (...asked) => breachedBy(asked, false),
};
