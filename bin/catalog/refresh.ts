import type { Catalog, InstanceOffer } from '../../lib/catalog';
import type { ListedPrice } from '../../lib/cloud/price-lists';
import { unknownInCatalog } from '../../lib/plan';
import type { Cloud, InstancePriceRow, Issue, ResolvedPlatform } from '../../lib/platform';
import { listed } from '../../lib/platform';

/** A region whose price lists are read. */
export interface Place {
  readonly cloud: Cloud;
  readonly region: string;
}

/** An offer of the catalogue and the price in the list. */
export interface PriceChange {
  readonly service: InstanceOffer['service'];
  readonly instanceType: string;
  readonly region: string;
  /** @default - the catalogue has no price of the type in the region */
  readonly old?: { readonly usdPerHour: number; readonly priceStatus: string; readonly asOf: string };
  readonly usdPerHour: number;
  readonly percent?: number;
}

/** Differences between the lists and the catalogue. */
export interface Refreshed {
  /** Prices of types in the catalogue, as rows for `catalog.prices`. */
  readonly rows: readonly InstancePriceRow[];
  readonly changed: readonly PriceChange[];
  /** Number of prices that are equal in the catalogue. */
  readonly same: number;
  /** Types with accelerators that the catalogue does not have. */
  readonly newTypes: readonly ListedPrice[];
  /** Offers of the catalogue that the list of their region does not have: they are possibly not for sale there. */
  readonly notListed: readonly Pick<InstanceOffer, 'service' | 'instanceType' | 'region'>[];
}

/** The requested regions, or those of every environment of the platform, and issues about unknown regions. */
export function placesOf(
  catalog: Catalog,
  platform: ResolvedPlatform | undefined,
  cloud: Cloud | undefined,
  requested: readonly string[],
): { readonly places: readonly Place[]; readonly issues: readonly Issue[] } {
  const known = catalog.regions.filter((row) => cloud === undefined || row.cloud === cloud);
  const ids = known.map(({ id }) => id);
  const issues = requested
    .filter((region) => !ids.includes(region))
    .map((region) =>
      unknownInCatalog({ code: 'UnknownRegion', path: '--region', noun: 'region', got: region, known: ids }),
    );
  const targets = Object.values(platform?.environments ?? {}).flatMap(({ aws, azure }) => [
    ...(aws === undefined ? [] : [aws.region]),
    ...(azure === undefined ? [] : [azure.location]),
  ]);
  const chosen = new Set(requested.length > 0 ? requested : targets);
  const places = known.filter(({ id }) => chosen.has(id)).map(({ cloud: of, id }) => ({ cloud: of, region: id }));
  return { places, issues: places.length === 0 && issues.length === 0 ? [noRegion(ids)] : issues };
}

/** Compares complete lists with the catalogue. Negotiated prices of the user are not changed. */
export function refreshed(catalog: Catalog, prices: readonly ListedPrice[]): Refreshed {
  const offers = new Map(catalog.instances.map((offer) => [keyOf(offer), offer]));
  const types = new Set(catalog.instances.map(({ service, instanceType }) => `${service} ${instanceType}`));
  const all = prices.flatMap((price) =>
    servicesOf(price).map((service) => ({ ...price, service, offer: offers.get(keyOf({ ...price, service })) })),
  );
  // A list has no negotiated prices, and a second row of an instance would be refused.
  const known = all.filter(
    ({ service, instanceType, offer }) =>
      types.has(`${service} ${instanceType}`) && offer?.priceStatus !== 'negotiated',
  );
  const changes = known.map((price) => changeOf(price, price.offer));
  const changed = changes.filter(({ old, usdPerHour }) => old === undefined || !isSame(old.usdPerHour, usdPerHour));
  const seen = new Set(all.map(keyOf));
  const read = new Set(all.map(({ service, region }) => `${service} ${region}`));
  return {
    rows: known.map(({ service, instanceType, region, usdPerHour, source, asOf }) => ({
      service,
      instanceType,
      region,
      usdPerHour,
      priceStatus: 'published',
      source,
      asOf,
    })),
    changed,
    same: changes.length - changed.length,
    newTypes: prices.filter((price) =>
      servicesOf(price).every((service) => !types.has(`${service} ${price.instanceType}`)),
    ),
    notListed: catalog.instances
      .filter((offer) => read.has(`${offer.service} ${offer.region}`) && !seen.has(keyOf(offer)))
      .map(({ service, instanceType, region }) => ({ service, instanceType, region })),
  };
}

/** Azure Machine Learning charges the price of the virtual machine. */
function servicesOf({ service }: ListedPrice): readonly InstanceOffer['service'][] {
  return service === 'azure-vm' ? ['azure-vm', 'azure-ml'] : [service];
}

function changeOf(
  { service, instanceType, region, usdPerHour }: Omit<ListedPrice, 'service'> & Pick<InstanceOffer, 'service'>,
  offer: InstanceOffer | undefined,
): PriceChange {
  const change = { service, instanceType, region, usdPerHour };
  if (offer?.usdPerHour === undefined) return change;
  const { usdPerHour: before, priceStatus, asOf } = offer;
  const percent = Number(((usdPerHour / before - 1) * 100).toFixed(1));
  return { ...change, old: { usdPerHour: before, priceStatus, asOf }, percent };
}

/** The lists have four to ten decimals. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.000_05;
}

function keyOf({ service, instanceType, region }: Pick<InstanceOffer, 'service' | 'instanceType' | 'region'>): string {
  return `${service} ${instanceType} ${region}`;
}

function noRegion(known: readonly string[]): Issue {
  return {
    code: 'NoRegionToRefresh',
    path: '--region',
    message: 'no region was named, and there is no config to take regions from',
    expected: `a region: ${listed(known)}`,
    fix: 'add --region, or run in the folder of a config',
  };
}
