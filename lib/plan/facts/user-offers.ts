import { hasLocalNvme } from '../../catalog/local-nvme';
import type { Catalog, InstanceOffer, ReservedInstances } from '../../catalog/types';
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

/** Offers of the catalogue with the config's instance types, prices and reserved capacity, added in that order. */
export function withInstances({ accelerators, instances, regions }: Catalog, rows: CatalogSpec): Merged<InstanceOffer> {
  const { instances: types = [], prices = [], reserved = [] } = rows;
  const offers = new Map<string, InstanceOffer>(instances.map((offer) => [offerKey(offer), offer]));
  const issues: Issue[] = [];
  const place = (row: InstanceKey, path: string) => {
    const known = regions.filter(({ cloud }) => cloud === cloudOf(row.service)).map(({ id }) => id);
    if (!known.includes(row.region))
      issues.push(
        unknownInCatalog({ code: 'UnknownRegion', path: `${path}.region`, noun: 'region', got: row.region, known }),
      );
    return known.includes(row.region);
  };
  types.forEach((row, index) => {
    const path = `catalog.instances[${index}]`;
    const known = accelerators.map(({ id }) => id);
    const listedAlready = offers.has(offerKey(row));
    if (listedAlready) issues.push(knownOffer(path, row));
    if (!known.includes(row.accelerator)) {
      issues.push(
        unknownInCatalog({
          code: 'UnknownAccelerator',
          path: `${path}.accelerator`,
          noun: 'accelerator',
          got: row.accelerator,
          known,
        }),
      );
    } else if (place(row, path) && !listedAlready) {
      offers.set(offerKey(row), newOffer(row));
    }
  });
  /** The offer of a row; copied from another region when the catalogue lacks the type here. */
  const offerOf = (row: InstanceKey, path: string): InstanceOffer | undefined => {
    const here = offers.get(offerKey(row));
    if (here !== undefined) return here;
    const ofService = [...offers.values()].filter(({ service }) => service === row.service);
    const elsewhere = ofService.find(({ instanceType }) => instanceType === row.instanceType);
    if (elsewhere === undefined) {
      const known = [...new Set(ofService.map(({ instanceType }) => instanceType))];
      const noun = `${row.service} instance type`;
      issues.push(
        unknownInCatalog({
          code: 'UnknownInstanceType',
          path: `${path}.instanceType`,
          noun,
          got: row.instanceType,
          known,
        }),
      );
    }
    if (!place(row, path) || elsewhere === undefined) return undefined;
    return unpriced(elsewhere, row.region);
  };
  prices.forEach((row, index) => {
    const offer = offerOf(row, `catalog.prices[${index}]`);
    if (offer !== undefined) offers.set(offerKey(row), priced(offer, row));
  });
  reserved.forEach((row, index) => {
    const offer = offerOf(row, `catalog.reserved[${index}]`);
    if (offer !== undefined) offers.set(offerKey(row), { ...offer, reserved: held(row) });
  });
  return { rows: [...offers.values()], issues };
}

function priced(
  offer: InstanceOffer,
  { usdPerHour, priceStatus, source, asOf, notes }: InstancePriceRow,
): InstanceOffer {
  return {
    ...offer,
    usdPerHour,
    priceStatus: priceStatus === 'published' ? 'published' : 'negotiated',
    source,
    asOf,
    // The shipped price may have been an estimate; this one is not.
    confidence: 'high',
    ...(notes === undefined ? {} : { notes }),
  };
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
