import type { Issue } from '../../lib/platform';
import { idleAcceptances, withAcceptances } from '../../lib/review/acceptances';
import type { Review } from '../../lib/review/report/review';
import { verdictOver } from '../../lib/review/report/verdict';
import { reviewChange } from '../../lib/review/review-change';
import { isoToday } from '../project/today';
import { exit } from '../terminal/terminal';
import { changeFacts } from './change-facts';
import { concernContext } from './concern-context';
import { moneyContext } from './money-context';
import type { Sides } from './sides';

/**
 * The review of two sides.
 * @param region the AWS region of files
 */
export function reviewOf({ base, next }: Sides, region?: string): Review {
  const review = reviewChange({
    base,
    next,
    facts: changeFacts(next),
    context: concernContext(next),
    money: moneyContext(region),
    unverified: [...base.incomplete.map((text) => `base: ${text}`), ...next.incomplete],
  });
  return withAcceptances(review, next.accept ?? [], isoToday());
}

/** Acceptances of the config that do nothing, as warnings. */
export function acceptanceIssues({ base, next }: Sides): readonly Issue[] {
  return idleAcceptances(next.accept ?? [], [base.graph, next.graph], isoToday()).map(({ code, index, accept }) =>
    code === 'AcceptanceExpired'
      ? {
          code: 'AcceptanceExpired',
          path: `accept[${index}].until`,
          message: `the acceptance of ${accept.id} for ${accept.address} is over`,
          got: accept.until,
          expected: 'a day that is not over',
        }
      : {
          code: 'AcceptanceUnused',
          path: `accept[${index}].address`,
          message: 'neither side has a resource with this address',
          got: accept.address,
          expected: 'an address as the review prints it',
        },
  );
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
