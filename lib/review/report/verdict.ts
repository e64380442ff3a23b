import type { Cloud } from '../../graph';
import type { ChangeKind } from '../change/change';
import type { Monthly } from './monthly';
import { monthly } from './monthly';
import type { Review, Verdict } from './review';

/** What a review says about one environment on one cloud. */
export interface PlaceSummary {
  readonly environment: string;
  readonly cloud: Cloud;
  readonly verdict: Verdict;
  /** Concerns that block and are not accepted. */
  readonly blocking: number;
  /** Warnings that are not accepted, and new findings. */
  readonly warnings: number;
  readonly changes: Readonly<Record<ChangeKind, number>>;
  readonly money: Monthly;
}

/** Environments and clouds that a review is about, in the order of the review. */
export function placesOf(review: Review): readonly PlaceSummary[] {
  const places = new Map<string, { readonly environment: string; readonly cloud: Cloud }>();
  const { changes, concerns, findings, money } = review;
  for (const { environment, cloud } of [...changes, ...concerns, ...findings.added, ...findings.removed, ...money])
    places.set(`${environment} ${cloud}`, { environment, cloud });
  return [...places].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => summaryOf(review, place));
}

function summaryOf(
  review: Review,
  { environment, cloud }: { readonly environment: string; readonly cloud: Cloud },
): PlaceSummary {
  const here = (item: { readonly environment: string; readonly cloud: Cloud }): boolean =>
    item.environment === environment && item.cloud === cloud;
  const open = review.concerns.filter((concern) => here(concern) && concern.accepted === undefined);
  const added = review.findings.added.filter(here);
  const blocking = open.filter(({ level }) => level === 'block').length;
  const warnings = open.filter(({ level }) => level === 'warning').length + added.length;
  const counts = { create: 0, update: 0, replace: 0, destroy: 0, import: 0, rename: 0 };
  for (const change of review.changes) if (here(change) && change.noise === undefined) counts[change.kind] += 1;
  return {
    environment,
    cloud,
    verdict: verdictOf({ blocking, warnings, unverified: review.unverified.length }),
    blocking,
    warnings,
    changes: counts,
    money: monthly(review.money.filter(here)),
  };
}

/** The verdict over a whole review: the worst of its environments and clouds. */
export function verdictOver(review: Review): Verdict {
  const places = placesOf(review);
  const sum = (key: 'blocking' | 'warnings'): number => places.reduce((all, place) => all + place[key], 0);
  return verdictOf({ blocking: sum('blocking'), warnings: sum('warnings'), unverified: review.unverified.length });
}

/** A question that was not asked is never passed. */
function verdictOf(counts: {
  readonly blocking: number;
  readonly warnings: number;
  readonly unverified: number;
}): Verdict {
  if (counts.blocking > 0) return 'blocked';
  if (counts.warnings > 0) return 'attention';
  return counts.unverified > 0 ? 'inconclusive' : 'pass';
}
