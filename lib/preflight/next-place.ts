import type { Catalog } from '../catalog/types';

const serviceOf = { aws: 'sagemaker', azure: 'azure-ml' } as const;

/** What is said where the catalogue has no other place. */
export const noneKnown = 'none known';

/**
 * The next size of a region in order of price that has at least as many accelerators of at least as much memory, or the
 * nearest region that sells the size.
 *
 * @param without - sizes that are known not to work
 */
export function nextSize(
  catalog: Catalog,
  place: { readonly cloud: 'aws' | 'azure'; readonly region: string; readonly instanceType: string },
  without: readonly string[] = [],
): string {
  const service = serviceOf[place.cloud];
  const offers = catalog.instances.filter((offer) => offer.service === service);
  const now = offers.find(({ instanceType }) => instanceType === place.instanceType);
  if (now === undefined) return noneKnown;
  const memory = memoryOf(catalog, now.accelerator) * now.acceleratorCount;
  const here = offers
    .filter(
      (offer) =>
        offer.region === place.region &&
        offer.instanceType !== place.instanceType &&
        !without.includes(offer.instanceType) &&
        offer.quota !== now.quota &&
        offer.availability !== 'unknown' &&
        memoryOf(catalog, offer.accelerator) * offer.acceleratorCount >= memory &&
        offer.usdPerHour !== undefined,
    )
    .toSorted((a, b) => (a.usdPerHour ?? 0) - (b.usdPerHour ?? 0));
  const [first] = here;
  if (first !== undefined) return `${first.instanceType} in ${place.region}, $${first.usdPerHour} an hour`;
  return nextRegion(catalog, place);
}

/** Another region that sells a size, with its price. */
export function nextRegion(
  catalog: Catalog,
  place: { readonly cloud: 'aws' | 'azure'; readonly region: string; readonly instanceType: string },
): string {
  const residency = catalog.regions.find(({ cloud, id }) => cloud === place.cloud && id === place.region)?.residency;
  const [found] = catalog.instances
    .filter(
      ({ service, instanceType, region, availability }) =>
        service === serviceOf[place.cloud] &&
        availability !== 'unknown' &&
        instanceType === place.instanceType &&
        region !== place.region &&
        (residency === undefined || catalog.regions.find(({ id }) => id === region)?.residency === residency),
    )
    .toSorted((a, b) => (a.usdPerHour ?? 0) - (b.usdPerHour ?? 0));
  if (found === undefined) return noneKnown;
  return found.usdPerHour === undefined
    ? `${found.instanceType} in ${found.region}`
    : `${found.instanceType} in ${found.region}, $${found.usdPerHour} an hour`;
}

function memoryOf(catalog: Catalog, accelerator: string): number {
  return catalog.accelerators.find(({ id }) => id === accelerator)?.usableMiB ?? 0;
}

/** A live model that the catalogue names as successor, with the price of its tokens where it has one. */
export function nextModel(catalog: Catalog, service: 'bedrock' | 'azure-openai', id: string): string {
  const row = catalog.managedModels.find((model) => model.service === service && model.id === id);
  const [successor] = row?.versions.flatMap(({ lifecycle }) => lifecycle.successors ?? []) ?? [];
  if (successor === undefined) return noneKnown;
  const prices = catalog.managedModels.find(
    (model) => model.service === service && model.id === successor,
  )?.tokenPrices;
  return prices === undefined
    ? successor
    : `${successor}, $${prices.usdPerMillionInputTokens} for a million input tokens`;
}
