import type { ResourceGraph } from '../graph';
import { parseUrn } from '../graph';
import type { MessageCode } from '../messages';
import type { AcceptSpec } from '../platform';
import type { Concern, Review } from './report/review';

/** An acceptance of the config that does nothing, with its position in the list. */
export interface IdleAcceptance {
  readonly code: Extract<MessageCode, 'AcceptanceExpired' | 'AcceptanceUnused'>;
  readonly index: number;
  readonly accept: AcceptSpec;
}

/**
 * The review with its concerns accepted as the config says, and an accepted new finding as a concern, so that every report
 * lists it. An acceptance that is over accepts nothing.
 *
 * @param today ISO date
 */
export function withAcceptances(review: Review, accept: readonly AcceptSpec[], today: string): Review {
  const valid = accept.filter(({ until }) => today <= until);
  if (valid.length === 0) return review;
  const acceptanceOf = (code: string, address: string): AcceptSpec | undefined =>
    valid.find((one) => one.id === code && isAddress(one.address, address));
  const concerns = review.concerns.map((concern): Concern => {
    const found = concern.level === 'note' ? undefined : acceptanceOf(concern.code, concern.address);
    return found === undefined ? concern : { ...concern, accepted: acceptance(found) };
  });
  const accepted = review.findings.added.flatMap((finding): readonly Concern[] => {
    const found = acceptanceOf(finding.rule, finding.address);
    if (found === undefined) return [];
    const { rule, environment, cloud, address, path, message, fix } = finding;
    return [
      { code: rule, level: 'warning', environment, cloud, address, path, message, fix, accepted: acceptance(found) },
    ];
  });
  const added = review.findings.added.filter(({ rule, address }) => acceptanceOf(rule, address) === undefined);
  return { ...review, concerns: [...concerns, ...accepted], findings: { ...review.findings, added } };
}

/** Acceptances that are over, or name no resource of the graphs. */
export function idleAcceptances(
  accept: readonly AcceptSpec[],
  graphs: readonly ResourceGraph[],
  today: string,
): readonly IdleAcceptance[] {
  if (accept.length === 0) return [];
  const known = new Set(
    graphs.flatMap((graph) => graph.flatMap(({ address }) => [address, parseUrn(address)?.name ?? address])),
  );
  return accept.flatMap((one, index): readonly IdleAcceptance[] => {
    if (one.until < today) return [{ code: 'AcceptanceExpired', index, accept: one }];
    return known.has(one.address) ? [] : [{ code: 'AcceptanceUnused', index, accept: one }];
  });
}

function acceptance({ reason, owner, until }: AcceptSpec): NonNullable<Concern['accepted']> {
  return { reason, owner, until };
}

function isAddress(given: string, address: string): boolean {
  return given === address || given === parseUrn(address)?.name;
}
