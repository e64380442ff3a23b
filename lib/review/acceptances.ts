import type { ResourceGraph, ResourceNode } from '../graph';
import { parseUrn } from '../graph';
import type { MessageCode } from '../messages';
import { messageOf } from '../messages';
import type { AcceptSpec } from '../platform';
import type { Finding } from './finding';
import type { Concern, Review } from './report/review';

/** An acceptance of the config that does nothing, with its position in the list. */
export interface IdleAcceptance {
  readonly code: Extract<MessageCode, 'AcceptanceExpired' | 'AcceptanceUnused'>;
  readonly index: number;
  readonly accept: AcceptSpec;
}

/** A finding that an acceptance covers. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly accept: AcceptSpec;
}

/**
 * The review with its concerns accepted as the config says, and an accepted new finding as a concern, so that every report
 * lists it. An acceptance that is over accepts nothing, and is a concern where its resource is there.
 *
 * @param on ISO date of the day on which acceptances are judged
 * @param graph resources of both sides @default - no acceptance that is over is named
 */
export function withAcceptances(
  review: Review,
  accept: readonly AcceptSpec[],
  on: string,
  graph: ResourceGraph = [],
): Review {
  const expired = expiredFindings(accept, graph, on).map((finding) => warningOf(finding));
  const valid = accept.filter(({ until }) => on <= until);
  if (valid.length === 0 && expired.length === 0) return review;
  const concerns = review.concerns.map((concern): Concern => {
    const found = concern.level === 'note' ? undefined : valid.find((one) => covers(one, concern.code, concern));
    return found === undefined ? concern : { ...concern, accepted: acceptance(found) };
  });
  const { open, accepted } = withoutAccepted(review.findings.added, valid, on);
  const kept = accepted.map((one) => ({ ...warningOf(one.finding), accepted: acceptance(one.accept) }));
  return { ...review, concerns: [...concerns, ...kept, ...expired], findings: { ...review.findings, added: open } };
}

/**
 * Findings that nothing accepts, and those that an acceptance of the config covers on a day.
 *
 * @param on ISO date
 */
export function withoutAccepted(
  findings: readonly Finding[],
  accept: readonly AcceptSpec[],
  on: string,
): { readonly open: readonly Finding[]; readonly accepted: readonly AcceptedFinding[] } {
  const valid = accept.filter(({ until }) => on <= until);
  const open: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findings) {
    const found = valid.find((one) => covers(one, finding.rule, finding));
    if (found === undefined) open.push(finding);
    else accepted.push({ finding, accept: found });
  }
  return { open, accepted };
}

/** Acceptances that are over and whose resource is there, as findings about it. */
export function expiredFindings(accept: readonly AcceptSpec[], graph: ResourceGraph, on: string): readonly Finding[] {
  const expired = accept.flatMap((one, index) => (one.until < on ? [{ one, index }] : []));
  return expired.flatMap(({ one, index }) => {
    const places = new Map(
      graph.flatMap((node) =>
        isAbout(one, node) ? [[`${node.environment} ${node.cloud} ${node.address}`, node] as const] : [],
      ),
    );
    return [...places.values()].map(({ environment, cloud, address, type }): Finding => {
      const code = 'AcceptanceExpired';
      return {
        rule: code,
        severity: messageOf(code).severity,
        environment,
        cloud,
        address,
        type,
        path: '',
        message: `the acceptance of ${one.id} by ${one.owner} ended on ${one.until} (accept[${index}])`,
        fix: messageOf(code).fix,
      };
    });
  });
}

/** Acceptances that are over, or name no resource of the graphs. */
export function idleAcceptances(
  accept: readonly AcceptSpec[],
  graphs: readonly ResourceGraph[],
  on: string,
): readonly IdleAcceptance[] {
  return accept.flatMap((one, index): readonly IdleAcceptance[] => {
    if (one.until < on) return [{ code: 'AcceptanceExpired', index, accept: one }];
    const known = graphs.some((graph) => graph.some((node) => isAbout(one, node)));
    return known ? [] : [{ code: 'AcceptanceUnused', index, accept: one }];
  });
}

/** Whether an acceptance is for a code at a place. */
export function covers(
  one: AcceptSpec,
  code: string,
  place: { readonly environment: string; readonly address: string },
): boolean {
  return one.id === code && isAbout(one, place);
}

/** Whether an acceptance is about a resource, by environment and address. */
export function isAbout(
  { address, environments }: AcceptSpec,
  place: Pick<ResourceNode, 'environment' | 'address'>,
): boolean {
  if (environments !== undefined && !environments.includes(place.environment)) return false;
  return address === place.address || address === parseUrn(place.address)?.name;
}

function acceptance({ reason, owner, until }: AcceptSpec): NonNullable<Concern['accepted']> {
  return { reason, owner, until };
}

/** A finding as a concern that reports list. */
function warningOf({ rule, environment, cloud, address, path, message, fix }: Finding): Concern {
  return { code: rule, level: 'warning', environment, cloud, address, path, message, fix };
}
