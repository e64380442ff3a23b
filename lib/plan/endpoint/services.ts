import type { Catalog, InstanceOffer, ModelArchitecture } from '../../catalog/types';
import type { Cloud } from '../../platform';
import type { SizeRequest } from '../sizing';
import type { OfferVerdict } from '../sizing/offer-evaluation';
import { byCost, judge } from '../sizing/offer-evaluation';

/** Where machines are rented, by the catalogue's words. */
export type HostingService = InstanceOffer['service'];

/** Regions of one environment on both clouds. */
export interface Places {
  readonly aws?: string;
  readonly azure?: string;
}

/** Cloud of a service. */
export const cloudOf: Readonly<Record<HostingService, Cloud>> = {
  sagemaker: 'aws',
  ec2: 'aws',
  'azure-ml': 'azure',
  'azure-vm': 'azure',
};

/** The cheapest feasible size on each service; a service without one is missing. */
export type CheapestByService = ReadonlyMap<HostingService, OfferVerdict>;

const offered = new WeakMap<Catalog['instances'], Map<string, readonly InstanceOffer[]>>();

/** Everything offered in the regions, looked up once: the catalogue has thousands of rows. */
function offersIn(catalog: Catalog, places: Places): readonly InstanceOffer[] {
  const byPlace = offered.get(catalog.instances) ?? new Map<string, readonly InstanceOffer[]>();
  offered.set(catalog.instances, byPlace);
  const key = `${places.aws} ${places.azure}`;
  const offers = byPlace.get(key) ?? catalog.instances.filter(({ cloud, region }) => places[cloud] === region);
  byPlace.set(key, offers);
  return offers;
}

/** By model, not by its id: a private model may have the id of a public one. */
const known = new WeakMap<Catalog['instances'], WeakMap<ModelArchitecture, Map<string, CheapestByService>>>();

function answersOn(offers: Catalog['instances'], model: ModelArchitecture): Map<string, CheapestByService> {
  const byModel = known.get(offers) ?? new WeakMap<ModelArchitecture, Map<string, CheapestByService>>();
  known.set(offers, byModel);
  const answers = byModel.get(model) ?? new Map<string, CheapestByService>();
  byModel.set(model, answers);
  return answers;
}

/**
 * The cheapest way to serve a request on every service of the regions. Both clouds and every environment of a platform
 * ask the same, and judging is the slow part of a plan: answers are kept for as long as the offers are.
 */
export function cheapestByService(catalog: Catalog, request: SizeRequest, places: Places): CheapestByService {
  // Pins name instances of one service, and the others could only refuse them.
  const { model, accelerators, dtype, traffic, slo, minReplicas, quotas, carbon } = request;
  const load = {
    traffic,
    minReplicas,
    ...(dtype === undefined ? {} : { dtype }),
    ...(slo === undefined ? {} : { slo }),
    ...(quotas === undefined ? {} : { quotas }),
  };
  const key = JSON.stringify([load, places]);
  const answers = answersOn(catalog.instances, model);
  const seen = answers.get(key);
  if (seen !== undefined) return seen;
  const asked = { path: '', model, accelerators, ...load, ...(carbon === undefined ? {} : { carbon }) };
  const offers = offersIn(catalog, places);
  const found = new Map<HostingService, OfferVerdict>();
  for (const verdict of judge(asked, offers)) {
    if (verdict.problem !== undefined) continue;
    const best = found.get(verdict.offer.service);
    if (best === undefined || byCost(verdict, best) < 0) found.set(verdict.offer.service, verdict);
  }
  answers.set(key, found);
  return found;
}
