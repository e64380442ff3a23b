import type { OfferEvaluation } from '../offer-evaluation';
import { byCost } from '../offer-evaluation';
import { quotaKey, quotaLimit, quotaNeed, quotaUnit } from '../quota-limits';
import type { Infeasible, Refusal } from './infeasible';
import { isFeasible, offerText, pinPath, refusal, relaxInstanceType } from './infeasible';

const mostQuotas = 3;

/** The pinned replicas do not serve the peak. */
export function replicasProblem(infeasible: Infeasible): Refusal {
  const { request, offers, blocked } = infeasible;
  const fewest = [...blocked].sort((a, b) => a.replicas - b.replicas || byCost(a, b))[0];
  const capacity = fewest?.capacity;
  if (fewest === undefined || capacity === undefined) return { issues: [] };
  const unpinned = relaxInstanceType(infeasible);
  return {
    issues: [
      {
        code: 'PinnedReplicasTooFew',
        path: pinPath(request, offers, 'replicas'),
        message:
          `a copy on ${fewest.offer.instanceType} serves ${capacity.concurrency} of ${request.traffic.peakConcurrency} ` +
          `requests in flight: ${capacity.limit}`,
        got: request.pinned?.replicas,
        expected: `at least ${fewest.replicas}`,
        fix:
          `pin ${fewest.replicas} replicas: ${offerText(fewest)}` +
          (isFeasible(unpinned) ? `; or keep them on ${offerText(unpinned.evaluation)}` : ''),
      },
    ],
    relaxed: { ...request, pinned: { ...request.pinned, replicas: fewest.replicas } },
  };
}

/** Quotas forbid every instance that would serve the load. */
export function quotaProblem({ request, blocked }: Infeasible): Refusal {
  const byQuota = new Map<string, OfferEvaluation>();
  for (const evaluation of [...blocked].sort(byCost)) {
    const quota = evaluation.offer.quota ?? '';
    if (!byQuota.has(quota)) byQuota.set(quota, evaluation);
  }
  const options = [...byQuota.values()].slice(0, mostQuotas);
  const first = options[0];
  if (first === undefined) return { issues: [] };
  const { offer, replicas } = first;
  const name = offer.quota ?? '';
  const key = quotaKey(request, name) ?? name;
  const limit = quotaLimit(request, offer) ?? 0;
  const needed = quotaNeed(request, offer, replicas);
  const { updateCapacity = 1, quotasPath } = request;
  const update = updateCapacity > 1 ? `, ${updateCapacity} times that during an update` : '';
  const raises = options.map(
    (evaluation) =>
      `raise '${evaluation.offer.quota ?? ''}' in ${evaluation.offer.region} to ` +
      `${quotaNeed(request, evaluation.offer, evaluation.replicas)} for ${offerText(evaluation)}`,
  );
  const more = byQuota.size - options.length;
  return {
    issues: [
      {
        code: 'QuotaExhausted',
        path: quotasPath === undefined ? request.path : `${quotasPath}.${key}`,
        message:
          `${limit === 0 ? 'the quota is 0' : `the quota of ${limit} is too small`}: '${name}' must allow ` +
          `${offerText(first)}${update}`,
        got: limit,
        expected: `at least ${needed} ${quotaUnit(offer)}`,
        fix: `${raises.join('; or ')}${more > 0 ? `; or one of ${more} quotas for more expensive instances` : ''}`,
      },
    ],
    relaxed: { ...request, quotas: { ...request.quotas, [key]: needed } },
  };
}

/** No price is known of any instance that would serve the load. */
export function priceProblem(infeasible: Infeasible): Refusal {
  const { request, offers, blocked } = infeasible;
  const type = request.pinned?.instanceType;
  const names = [...new Set(blocked.map(({ offer }) => offer.instanceType))].sort();
  const unpinned = relaxInstanceType(infeasible);
  return refusal(
    {
      code: 'PriceUnknown',
      path: type === undefined ? request.path : pinPath(request, offers, 'instanceType'),
      message: `only ${names.join(', ')} would serve the load, and no price is known`,
      ...(type === undefined ? {} : { got: type }),
      expected: 'an instance with a known price',
      fix:
        unpinned === undefined
          ? 'write the price in catalog.prices'
          : `remove the pin: ${offerText(unpinned.evaluation)}`,
    },
    unpinned === undefined ? [] : [unpinned],
  );
}
