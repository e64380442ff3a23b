import type { InstanceOffer } from '../../../catalog';
import type { Issue } from '../../../platform';
import type { Obstacle, OfferVerdict } from '../offer-evaluation';
import { judge, obstacles } from '../offer-evaluation';
import type { SizeRequest } from '../size-types';
import { deviceProblems, dtypeProblems, splitProblem } from './devices';
import type { Finding, Impasse } from './infeasible';
import { allowed, pinPath } from './infeasible';
import { priceProblem, quotaProblem, replicasProblem } from './limits';
import { contextProblem, weightsProblem } from './memory';
import { sloProblems } from './slo';

/** Every obstacle is met at most once, pins twice. */
const mostRounds = 12;

const findings: Readonly<Record<Exclude<Obstacle, 'pin'>, (impasse: Impasse) => Finding>> = {
  device: deviceProblems,
  split: splitProblem,
  dtype: dtypeProblems,
  weights: weightsProblem,
  context: contextProblem,
  slo: sloProblems,
  replicas: replicasProblem,
  quota: quotaProblem,
  price: priceProblem,
};

/** Everything that keeps a request from being sized; empty when something works. */
export function sizeProblems(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  verdicts: readonly OfferVerdict[],
): readonly Issue[] {
  return explain(request, offers, verdicts).issues;
}

/**
 * Finds the obstacle the furthest offer meets, moves it away as the issue proposes, and looks again, so that one run
 * tells all of them.
 *
 * @returns the issues, and the request with every proposal taken, when that can be sized
 */
export function explain(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  verdicts: readonly OfferVerdict[] = judge(request, offers),
): { readonly issues: readonly Issue[]; readonly works?: SizeRequest } {
  const issues: Issue[] = [];
  let current = request;
  let judged = verdicts;
  for (let round = 0; round < mostRounds; round++) {
    const rivals = allowed(current, judged);
    if (rivals.some(({ problem }) => problem === undefined)) return { issues, works: current };
    const finding = findingOn(current, offers, rivals);
    issues.push(...finding.issues);
    if (finding.relaxed === undefined) break;
    current = finding.relaxed;
    judged = judge(current, offers);
  }
  return { issues };
}

function findingOn(request: SizeRequest, offers: readonly InstanceOffer[], rivals: readonly OfferVerdict[]): Finding {
  const furthest = rivals.reduce(
    (most, { problem }) => Math.max(most, obstacles.indexOf(problem?.obstacle ?? 'pin')),
    -1,
  );
  const obstacle = obstacles[furthest];
  if (obstacle === undefined || obstacle === 'pin') return nothingOffered(request, offers);
  const blocked = rivals.filter(({ problem }) => problem?.obstacle === obstacle);
  return findings[obstacle]({ request, offers, rivals, blocked, obstacle });
}

function nothingOffered(request: SizeRequest, offers: readonly InstanceOffer[]): Finding {
  const type = request.pinned?.instanceType;
  const { instanceType, ...pinned } = request.pinned ?? {};
  if (type === undefined || offers.length === 0) {
    return {
      issues: [
        {
          code: 'NoInstanceOffered',
          path: request.path,
          message: 'no GPU instance is offered',
          expected: 'a region with GPU instances',
          fix: 'move the environment to a region with GPU instances',
        },
      ],
    };
  }
  const types = [...new Set(offers.map((offer) => offer.instanceType))].sort();
  return {
    issues: [
      {
        code: 'NoInstanceOffered',
        path: pinPath(request, offers, 'instanceType'),
        message: `${type} is pinned and not among the ${types.length} instance types offered`,
        got: instanceType,
        expected: types.join(', '),
        fix: 'pin one of them, or remove the pin',
      },
    ],
    relaxed: { ...request, pinned },
  };
}
