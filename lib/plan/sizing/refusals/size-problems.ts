import type { InstanceOffer } from '../../../catalog';
import type { Issue } from '../../../platform';
import type { Obstacle, OfferEvaluation } from '../offer-evaluation';
import { evaluateOffers, obstacles } from '../offer-evaluation';
import type { SizeRequest } from '../size-types';
import { deviceProblems, dtypeProblems, splitProblem } from './devices';
import type { Infeasible, Refusal } from './infeasible';
import { allowed, pinPath, withoutPin } from './infeasible';
import { priceProblem, quotaProblem, replicasProblem } from './limits';
import { contextProblem, weightsProblem } from './memory';
import { sloProblems } from './slo';

/** Every obstacle occurs at most once, pins twice. */
const mostRounds = 12;

const refusalsOf: Readonly<Record<Exclude<Obstacle, 'pin'>, (infeasible: Infeasible) => Refusal>> = {
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

/** Every reason why a request cannot be sized; empty when it can be. */
export function sizeProblems(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  evaluations: readonly OfferEvaluation[],
): readonly Issue[] {
  return explain(request, offers, evaluations).issues;
}

/**
 * Reports the constraint that the best candidates violate, relaxes it as the issue proposes, and evaluates again, so that
 * one run reports every violated constraint.
 *
 * @returns the issues, and the request with every proposal applied, when that can be sized
 */
export function explain(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  evaluations: readonly OfferEvaluation[] = evaluateOffers(request, offers),
): { readonly issues: readonly Issue[]; readonly works?: SizeRequest } {
  const issues: Issue[] = [];
  let current = request;
  let evaluated = evaluations;
  for (let round = 0; round < mostRounds; round++) {
    const candidates = allowed(current, evaluated);
    if (candidates.some(({ problem }) => problem === undefined)) return { issues, works: current };
    const { issues: found, relaxed } = refuse(current, offers, candidates);
    issues.push(...found);
    if (relaxed === undefined) break;
    current = relaxed;
    evaluated = evaluateOffers(current, offers);
  }
  return { issues };
}

/** The refusal for the last constraint in order that a candidate reached. */
function refuse(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  candidates: readonly OfferEvaluation[],
): Refusal {
  const reached = candidates.map(({ problem }) => obstacles.indexOf(problem?.obstacle ?? 'pin'));
  const obstacle = obstacles[Math.max(-1, ...reached)];
  if (obstacle === undefined || obstacle === 'pin') return nothingOffered(request, offers);
  const blocked = candidates.filter(({ problem }) => problem?.obstacle === obstacle);
  return refusalsOf[obstacle]({ request, offers, blocked, obstacle });
}

function nothingOffered(request: SizeRequest, offers: readonly InstanceOffer[]): Refusal {
  const type = request.pinned?.instanceType;
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
        message: `${type} is pinned, and it is not among the ${types.length} instance types offered`,
        got: type,
        expected: types.join(', '),
        fix: 'pin one of them, or remove the pin',
      },
    ],
    relaxed: withoutPin(request, 'instanceType'),
  };
}
