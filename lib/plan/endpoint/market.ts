import type { Catalog, InstanceOffer, ModelArchitecture } from '../../catalog/types';
import type { Cloud } from '../../platform';
import type { HostingService, OfferIndex } from '../facts/offers';
import { offerIndex } from '../facts/offers';
import { getOrInsert } from '../get-or-insert';
import type { SizeRequest } from '../sizing';
import type { GpuGroup } from '../sizing/gpu-groups';
import { gpuGroups } from '../sizing/gpu-groups';
import type { OfferEvaluation } from '../sizing/offer-evaluation';
import { byCost, evaluateOfferGroups } from '../sizing/offer-evaluation';

/** Regions of one environment on both clouds. */
export type Places = Readonly<Partial<Record<Cloud, string>>>;

/** The cheapest feasible size on each service; a service without one is missing. */
type CheapestByService = ReadonlyMap<HostingService, OfferEvaluation>;

/**
 * The offers of one catalogue during one run of the planner. A run makes its market and drops it at the end, so nothing
 * is kept between runs. Within a run every list is filtered and every request is evaluated once: both clouds and all
 * environments make the same requests, and the evaluation is the slow part of a plan.
 */
export interface Market extends OfferIndex {
  /** Groups of a list from `offersIn` by GPUs. */
  readonly groupsOf: (offers: readonly InstanceOffer[]) => readonly GpuGroup[];
  /** The cheapest size on every service in the regions, with no pin. */
  readonly cheapest: (request: SizeRequest, places: Places) => CheapestByService;
}

/** The market of a catalogue. */
export function marketOf(instances: Catalog['instances']): Market {
  const index = offerIndex(instances);
  const groups = new Map<readonly InstanceOffer[], readonly GpuGroup[]>();
  const offered = new Map<string, readonly InstanceOffer[]>();
  // By model and not by its id: a private model may have the id of a public one.
  const evaluated = new Map<ModelArchitecture, Map<string, CheapestByService>>();
  const groupsOf: Market['groupsOf'] = (offers) => getOrInsert(groups, offers, () => gpuGroups(offers));
  return {
    ...index,
    groupsOf,
    cheapest: (request, places) => {
      const load = loadOf(request);
      const requests = getOrInsert(evaluated, request.model, () => new Map<string, CheapestByService>());
      return getOrInsert(requests, JSON.stringify([load, places]), () => {
        const { model, accelerators, carbon } = request;
        const unpinned = { path: '', model, accelerators, ...load, ...(carbon === undefined ? {} : { carbon }) };
        const offers = getOrInsert(offered, `${places.aws} ${places.azure}`, () =>
          instances.filter(({ cloud, region }) => places[cloud] === region),
        );
        return cheapestOf(evaluateOfferGroups(unpinned, groupsOf(offers)).flat());
      });
    },
  };
}

/** What an evaluation depends on. A pin names an instance of one service and says nothing about the others. */
function loadOf({ dtype, traffic, slo, minReplicas, quotas, servedBy, adapters }: SizeRequest) {
  return {
    traffic,
    minReplicas,
    ...(dtype === undefined ? {} : { dtype }),
    ...(slo === undefined ? {} : { slo }),
    ...(quotas === undefined ? {} : { quotas }),
    ...(servedBy === undefined ? {} : { servedBy }),
    ...(adapters === undefined ? {} : { adapters }),
  };
}

function cheapestOf(verdicts: readonly OfferEvaluation[]): CheapestByService {
  const cheapest = new Map<HostingService, OfferEvaluation>();
  for (const verdict of verdicts) {
    if (verdict.problem !== undefined) continue;
    const best = cheapest.get(verdict.offer.service);
    if (best === undefined || byCost(verdict, best) < 0) cheapest.set(verdict.offer.service, verdict);
  }
  return cheapest;
}
