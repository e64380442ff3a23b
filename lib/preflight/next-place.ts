import type { Catalog, InstanceOffer } from '../catalog/types';

const serviceOf = { aws: 'sagemaker', azure: 'azure-ml' } as const;

/** What is said where the catalogue has no other place. */
export const noneKnown = 'none known';

/** A size in a place. */
export interface SizedPlace {
  readonly cloud: 'aws' | 'azure';
  readonly region: string;
  readonly instanceType: string;
}

/**
 * The next size of a region in order of price with accelerators of the same vendor that know every number format of the
 * present ones, have at least as much memory together, and another quota; or the cheapest region of the same residency that has the size. Sizes that a source says the region sells come first.
 *
 * @param without - sizes that are known not to work
 */
export function nextSize(catalog: Catalog, place: SizedPlace, without: readonly string[] = []): string {
  const offers = catalog.instances.filter(({ service }) => service === serviceOf[place.cloud]);
  const now = offers.find(({ instanceType }) => instanceType === place.instanceType);
  if (now === undefined) return noneKnown;
  const memory = memoryOf(catalog, now);
  const [first] = cheapest(
    offers.filter(
      (offer) =>
        offer.region === place.region &&
        offer.instanceType !== place.instanceType &&
        !without.includes(offer.instanceType) &&
        offer.quota !== now.quota &&
        memoryOf(catalog, offer) >= memory &&
        runsTheSame(catalog, now, offer),
    ),
  );
  return first === undefined ? nextRegion(catalog, place) : written(first);
}

/** Another region of the same residency that has a size, with its price. */
function nextRegion(catalog: Catalog, { cloud, region, instanceType }: SizedPlace): string {
  const residencyOf = (id: string): string | undefined =>
    catalog.regions.find((one) => one.cloud === cloud && one.id === id)?.residency;
  const [found] = cheapest(
    catalog.instances.filter(
      (offer) =>
        offer.service === serviceOf[cloud] &&
        offer.instanceType === instanceType &&
        offer.region !== region &&
        residencyOf(offer.region) === residencyOf(region),
    ),
  );
  return found === undefined ? noneKnown : written(found);
}

function cheapest(offers: readonly InstanceOffer[]): readonly InstanceOffer[] {
  const rank = ({ availability, usdPerHour }: InstanceOffer): number =>
    (availability === 'unknown' ? 1e6 : 0) + (usdPerHour ?? 1e5);
  return offers.toSorted((a, b) => rank(a) - rank(b));
}

function written({ instanceType, region, usdPerHour, availability }: InstanceOffer): string {
  const price = usdPerHour === undefined ? 'price unknown' : `$${usdPerHour.toFixed(2)} an hour`;
  const sold = availability === 'unknown' ? '; no source says whether the region sells it' : '';
  return `${instanceType} in ${region}, ${price}${sold}`;
}

/** Whether an image for one accelerator runs on another: the same vendor, and every native number format. */
function runsTheSame({ accelerators }: Catalog, now: InstanceOffer, other: InstanceOffer): boolean {
  const [from, to] = [now, other].map(({ accelerator }) => accelerators.find(({ id }) => id === accelerator));
  if (from === undefined || to === undefined) return false;
  return from.vendor === to.vendor && Object.keys(from.denseTflops).every((format) => format in to.denseTflops);
}

function memoryOf(
  { accelerators }: Catalog,
  { accelerator, acceleratorCount, acceleratorShare }: InstanceOffer,
): number {
  const memory = accelerators.find(({ id }) => id === accelerator)?.usableMiB ?? 0;
  return memory * acceleratorCount * acceleratorShare;
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
