import type { Issue } from '../../lib/platform';
import type { Pack } from '../../lib/review';
import { rulesOf } from '../../lib/review';
import { idleAcceptances, withAcceptances } from '../../lib/review/acceptances';
import type { Review } from '../../lib/review/report/review';
import { verdictOver } from '../../lib/review/report/verdict';
import { reviewChange } from '../../lib/review/review-change';
import { isoToday } from '../project/today';
import { exit } from '../terminal/terminal';
import { changeFacts } from './change-facts';
import { concernContext } from './concern-context';
import { moneyContext } from './money-context';
import type { RulesFor } from './side';
import type { Sides } from './sides';

/** How two sides are judged. */
export interface JudgeOptions {
  /** The AWS region of files. @default - not known */
  readonly region?: string;
  /** @default - the pack of each environment by the config, else `baseline` */
  readonly pack?: Pack;
  /** ISO date on which acceptances are judged. @default - today */
  readonly on?: string;
}

/** The review of two sides. Both are asked the rules of the environment after the change: another pack is no new finding. */
export function reviewOf({ base, next }: Sides, { region, pack, on = isoToday() }: JudgeOptions = {}): Review {
  const rulesFor: RulesFor = (environment) => rulesOf(pack ?? next.packOf?.(environment) ?? 'baseline');
  const review = reviewChange({
    base: { ...base, findings: base.findingsBy(rulesFor) },
    next: { ...next, findings: next.findingsBy(rulesFor) },
    facts: changeFacts(next),
    context: concernContext({ base, next }),
    money: { ...moneyContext(region), defaults: { base: base.defaultsOf, next: next.defaultsOf } },
    unverified: [
      ...base.incomplete.map((text) => `base: ${text}`),
      ...next.incomplete,
      ...(base.live?.unverified ?? []),
    ],
  });
  return withAcceptances(review, next.accept ?? [], on, [...base.graph, ...next.graph]);
}

/** Acceptances of the config that do nothing, as warnings. */
export function acceptanceIssues({ base, next }: Sides, on = isoToday()): readonly Issue[] {
  return idleAcceptances(next.accept ?? [], [base.graph, next.graph], on).map(({ code, index, accept }) =>
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
