import type { Catalog, InstanceOffer, ReservedInstances } from '../../catalog/types';
import { hasLocalNvme } from '../../constraints/local-nvme';
import type {
  CatalogSpec,
  InstanceKey,
  InstancePriceRow,
  InstanceRow,
  Issue,
  ReservedCapacityRow,
} from '../../platform';
import { cloudOf } from './cloud';
import { unknownInCatalog } from './unknown-in-catalog';

/** Offers while rows are added, and the issues of rows that are left out. */
interface OfferTable {
  readonly catalog: Catalog;
  readonly offers: Map<string, InstanceOffer>;
  readonly issues: Issue[];
}

/** Offers of the catalogue with the config's instance types, prices and reserved capacity, added in that order. */
export function withInstances(catalog: Catalog, rows: CatalogSpec): Merged<InstanceOffer> {
  const { instances = [], prices = [], reserved = [] } = rows;
  const offers = new Map<string, InstanceOffer>(catalog.instances.map((offer) => [offerKey(offer), offer]));
  const table: OfferTable = { catalog, offers, issues: [] };
  instances.forEach((row, index) => {
    addType(table, row, `catalog.instances[${index}]`);
  });
  prices.forEach((row, index) => {
    const offer = offerOf(table, row, `catalog.prices[${index}]`);
    if (offer !== undefined) offers.set(offerKey(row), priced(offer, row));
  });
  reserved.forEach((row, index) => {
    const offer = offerOf(table, row, `catalog.reserved[${index}]`);
    if (offer !== undefined) offers.set(offerKey(row), { ...known(offer), reserved: held(row) });
  });
  return { rows: [...offers.values()], issues: table.issues };
}

function addType(table: OfferTable, row: InstanceRow, path: string): void {
  const { catalog, offers, issues } = table;
  const key = offerKey(row);
  const listedAlready = offers.has(key);
  if (listedAlready) issues.push(knownOffer(path, row));
  const got = row.accelerator;
  const known = catalog.accelerators.map(({ id }) => id);
  if (!known.includes(got)) {
    const at = `${path}.accelerator`;
    issues.push(unknownInCatalog({ code: 'UnknownAccelerator', path: at, noun: 'accelerator', got, known }));
  } else if (inKnownRegion(table, row, path) && !listedAlready) {
    offers.set(key, newOffer(row));
  }
}

/** Whether the region of a row is known; reports it where it is not. */
function inKnownRegion({ catalog, issues }: OfferTable, { service, region: got }: InstanceKey, path: string): boolean {
  const known = catalog.regions.filter(({ cloud }) => cloud === cloudOf(service)).map(({ id }) => id);
  if (known.includes(got)) return true;
  issues.push(unknownInCatalog({ code: 'UnknownRegion', path: `${path}.region`, noun: 'region', got, known }));
  return false;
}

/** The offer of a row; copied from another region when the catalogue lacks the type here. */
function offerOf(table: OfferTable, row: InstanceKey, path: string): InstanceOffer | undefined {
  const here = table.offers.get(offerKey(row));
  if (here !== undefined) return here;
  const { service, instanceType: got } = row;
  const ofService = [...table.offers.values()].filter((offer) => offer.service === service);
  const elsewhere = ofService.find(({ instanceType }) => instanceType === got);
  if (elsewhere === undefined) {
    const known = [...new Set(ofService.map(({ instanceType }) => instanceType))];
    const noun = `${service} instance type`;
    const at = `${path}.instanceType`;
    table.issues.push(unknownInCatalog({ code: 'UnknownInstanceType', path: at, noun, got, known }));
  }
  if (!inKnownRegion(table, row, path) || elsewhere === undefined) return undefined;
  return unpriced(elsewhere, row.region);
}

function priced(
  offer: InstanceOffer,
  { usdPerHour, priceStatus, source, asOf, notes }: InstancePriceRow,
): InstanceOffer {
  return {
    ...known(offer),
    usdPerHour,
    priceStatus: priceStatus === 'published' ? 'published' : 'negotiated',
    source,
    asOf,
    // The shipped price may have been an estimate; this one is not.
    confidence: 'high',
    ...(notes === undefined ? {} : { notes }),
  };
}

/** An offer of a type that the region has, because the team pays for it there. */
function known(offer: InstanceOffer): InstanceOffer {
  const { availability, ...rest } = offer;
  return availability === undefined ? offer : rest;
}

/** The type in another region: the same machine, at an unknown price. */
function unpriced(elsewhere: InstanceOffer, region: string): InstanceOffer {
  const { cloud, service, instanceType, accelerator, acceleratorCount, acceleratorShare } = elsewhere;
  const { vcpu, memoryGiB, localNvme, quota, source, asOf } = elsewhere;
  return {
    cloud,
    service,
    instanceType,
    accelerator,
    acceleratorCount,
    acceleratorShare,
    vcpu,
    memoryGiB,
    region,
    priceStatus: 'missing',
    ...(localNvme === undefined ? {} : { localNvme }),
    ...(quota === undefined ? {} : { quota }),
    source,
    asOf,
  };
}

function held({ count, usdPerHour, reservation, endsAt, source, asOf, notes }: ReservedCapacityRow): ReservedInstances {
  return {
    count,
    usdPerHour,
    ...(reservation === undefined ? {} : { reservation }),
    ...(endsAt === undefined ? {} : { endsAt }),
    source,
    asOf,
    ...(notes === undefined ? {} : { notes }),
  };
}

function newOffer({ service, usdPerHour, acceleratorShare, ...row }: InstanceRow): InstanceOffer {
  const localNvme = row.localNvme ?? hasLocalNvme(row.instanceType);
  return {
    ...row,
    cloud: cloudOf(service),
    service: service as InstanceOffer['service'],
    acceleratorShare: acceleratorShare ?? 1,
    ...(localNvme === undefined ? {} : { localNvme }),
    ...(usdPerHour === undefined ? { priceStatus: 'missing' } : { usdPerHour, priceStatus: 'negotiated' }),
  };
}

function offerKey({ service, instanceType, region }: InstanceKey): string {
  return `${service} ${instanceType} ${region}`;
}

function knownOffer(path: string, { service, instanceType, region }: InstanceKey): Issue {
  return {
    code: 'InstanceAlreadyKnown',
    path,
    message: `the catalogue has ${service} ${instanceType} in ${region} already`,
    got: instanceType,
    expected: 'an instance type the catalogue does not have',
    fix: 'remove the row; write its price in catalog.prices',
  };
}

/** A table with the config's rows, and the issues of rows that were left out. */
export interface Merged<T> {
  readonly rows: readonly T[];
  readonly issues: readonly Issue[];
}
