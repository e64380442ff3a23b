import type { OfferVerdict } from '../offer-evaluation';
import { byCost } from '../offer-evaluation';
import { quotaKey, quotaLimit, quotaNeed, quotaUnit } from '../quota-limits';
import type { Finding, Impasse } from './infeasible';
import { inWords, pinPath, wayPast, withoutPin, works } from './infeasible';

const mostQuotas = 3;

/** The pinned replicas do not carry the peak. */
export function replicasProblem(impasse: Impasse): Finding {
  const { request, offers, blocked } = impasse;
  const cheapest = [...blocked].sort((a, b) => a.replicas - b.replicas || byCost(a, b))[0];
  const capacity = cheapest?.capacity;
  if (cheapest === undefined || capacity === undefined) return { issues: [] };
  const enough = { ...request, pinned: { ...request.pinned, replicas: cheapest.replicas } };
  const stronger =
    request.pinned?.instanceType === undefined ? undefined : wayPast(withoutPin(request, 'instanceType'), impasse);
  return {
    issues: [
      {
        code: 'PinnedReplicasTooFew',
        path: pinPath(request, offers, 'replicas'),
        message:
          `a copy on ${cheapest.offer.instanceType} carries ${capacity.concurrency} of ${request.traffic.peakConcurrency} ` +
          `requests in flight: ${capacity.limit}`,
        got: request.pinned?.replicas,
        expected: `at least ${cheapest.replicas}`,
        fix:
          `pin ${cheapest.replicas} replicas: ${inWords(cheapest)}` +
          (works(stronger) ? `; or keep them on ${inWords(stronger.verdict)}` : ''),
      },
    ],
    relaxed: enough,
  };
}

/** Quotas forbid everything that would carry the load. */
export function quotaProblem({ request, blocked }: Impasse): Finding {
  const byQuota = new Map<string, OfferVerdict>();
  for (const verdict of [...blocked].sort(byCost)) {
    const quota = verdict.offer.quota ?? '';
    if (!byQuota.has(quota)) byQuota.set(quota, verdict);
  }
  const options = [...byQuota.values()].slice(0, mostQuotas);
  const first = options[0];
  if (first === undefined) return { issues: [] };
  const { offer, replicas } = first;
  const name = offer.quota ?? '';
  const key = quotaKey(request, name) ?? name;
  const limit = quotaLimit(request, offer) ?? 0;
  const needed = quotaNeed(request, offer, replicas);
  const update =
    (request.updateCapacity ?? 1) > 1 ? `, ${request.updateCapacity ?? 1} times that during an update` : '';
  const asks = options.map(
    (verdict) =>
      `raise '${verdict.offer.quota ?? ''}' in ${verdict.offer.region} to ` +
      `${quotaNeed(request, verdict.offer, verdict.replicas)} for ${inWords(verdict)}`,
  );
  const more = byQuota.size - options.length;
  return {
    issues: [
      {
        code: 'QuotaExhausted',
        path: request.quotasPath === undefined ? request.path : `${request.quotasPath}.${key}`,
        message:
          `${limit === 0 ? 'the quota is 0' : `the quota of ${limit} is too small`}: '${name}' must allow ` +
          `${inWords(first)}${update}`,
        got: limit,
        expected: `at least ${needed} ${quotaUnit(offer)}`,
        fix: `${asks.join('; or ')}${more > 0 ? `; or one of ${more} quotas for dearer instances` : ''}`,
      },
    ],
    relaxed: { ...request, quotas: { ...request.quotas, [key]: needed } },
  };
}

/** What would carry the load has no price. */
export function priceProblem(impasse: Impasse): Finding {
  const { request, offers, blocked } = impasse;
  const type = request.pinned?.instanceType;
  const names = [...new Set(blocked.map(({ offer }) => offer.instanceType))].sort();
  const out = type === undefined ? undefined : wayPast(withoutPin(request, 'instanceType'), impasse);
  return {
    issues: [
      {
        code: 'PriceUnknown',
        path: type === undefined ? request.path : pinPath(request, offers, 'instanceType'),
        message: `only ${names.join(', ')} would carry the load, and no price is known`,
        ...(type === undefined ? {} : { got: type }),
        expected: 'an instance with a known price',
        fix: out === undefined ? 'add the price to the catalogue' : `remove the pin: ${inWords(out.verdict)}`,
      },
    ],
    ...(out === undefined ? {} : { relaxed: out.request }),
  };
}
