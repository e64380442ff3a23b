import type { Catalog, InstanceOffer } from '../../catalog/types';
import type { Issue, Result } from '../../platform';
import { failure, listed, success } from '../../platform';
import { getOrInsert } from '../get-or-insert';
import { unknownInCatalog } from './unknown-in-catalog';

/** Service that rents out instances, as the catalogue names it. */
export type HostingService = InstanceOffer['service'];

/** Offers of a catalogue by service and region. */
export interface OfferIndex {
  readonly instances: Catalog['instances'];
  /** Offers of a service in a region, in the order of the catalogue; every call returns the same list. */
  readonly offersIn: (service: HostingService, region: string) => readonly InstanceOffer[];
}

/** An index that filters the thousands of rows once for each service and region. */
export function offerIndex(instances: Catalog['instances']): OfferIndex {
  const lists = new Map<string, readonly InstanceOffer[]>();
  return {
    instances,
    offersIn: (service, region) =>
      getOrInsert(lists, `${service} ${region}`, () =>
        instances.filter((row) => row.service === service && row.region === region),
      ),
  };
}

/**
 * Offers of a service in a region: all of them, or the pinned one.
 *
 * @param pin - the instance type, undefined for all, and the path of its issues
 */
export function findOffers(
  { instances, offersIn }: OfferIndex,
  service: HostingService,
  region: string,
  { instanceType, path }: { readonly instanceType: string | undefined; readonly path: string },
): Result<readonly InstanceOffer[]> {
  const here = offersIn(service, region);
  const wanted = instanceType === undefined ? here : here.filter((row) => row.instanceType === instanceType);
  if (wanted.length > 0) return success(wanted);
  const known = instances.filter((row) => row.service === service);
  if (instanceType === undefined) return failure([noOffers(service, region, known, path)]);
  const elsewhere = known.filter((row) => row.instanceType === instanceType).map((row) => row.region);
  if (elsewhere.length === 0) {
    const types = new Set(known.map((row) => row.instanceType));
    return failure([
      unknownInCatalog({
        code: 'UnknownInstanceType',
        path,
        noun: `${service} instance type`,
        got: instanceType,
        known: [...types],
      }),
    ]);
  }
  return failure([
    {
      code: 'InstanceNotInRegion',
      path,
      message: `${instanceType} is not offered in ${region}`,
      got: instanceType,
      expected:
        here.length === 0
          ? `a region with offers: ${listed(new Set(elsewhere))}`
          : `an instance type of ${region}: ${listed(here.map((row) => row.instanceType))}`,
      fix: `${here.length === 0 ? '' : 'remove the pin or '}move to ${listed(new Set(elsewhere))}`,
    },
  ]);
}

function noOffers(service: HostingService, region: string, known: readonly InstanceOffer[], path: string): Issue {
  const regions = new Set(known.map((row) => row.region));
  return {
    code: 'NoInstancesInRegion',
    path,
    message: `the catalogue has no ${service} instance with accelerators in ${region}`,
    got: region,
    expected: regions.size === 0 ? 'a cloud with offers' : `a region with offers: ${listed(regions)}`,
    fix: `${regions.size === 0 ? '' : `move to ${listed(regions)}, or `}take this cloud out of the endpoint's clouds`,
  };
}
