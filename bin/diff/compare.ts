import type { Review } from '../../lib/review/report/review';
import { verdictOver } from '../../lib/review/report/verdict';
import { reviewChange } from '../../lib/review/review-change';
import { exit } from '../terminal/terminal';
import { changeFacts } from './change-facts';
import { concernContext } from './concern-context';
import type { Sides } from './sides';

/** The review of two sides. */
export function reviewOf({ base, next }: Sides, mode: Review['mode'] = 'offline'): Review {
  return reviewChange({
    base,
    next,
    mode,
    facts: changeFacts(next),
    context: concernContext(next),
    unverified: [...base.incomplete.map((text) => `base: ${text}`), ...next.incomplete],
  });
}

/** Exit code of a review. */
export function exitOf(review: Review): (typeof exit)[keyof typeof exit] {
  const codes = {
    pass: exit.pass,
    attention: exit.findings,
    blocked: exit.blocked,
    inconclusive: exit.inconclusive,
  } as const;
  return codes[verdictOver(review)];
}
