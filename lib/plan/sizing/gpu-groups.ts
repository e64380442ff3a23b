import type { InstanceOffer } from '../../catalog';

/** Offers with the same GPUs: they are as fast as each other and differ in price only. */
export interface GpuGroup {
  readonly accelerator: string;
  readonly acceleratorCount: number;
  readonly acceleratorShare: number;
  /** Cheapest first, in an order that does not depend on how they were given. */
  readonly offers: readonly InstanceOffer[];
}

/** Groups offers, in the order of their GPUs. */
export function gpuGroups(offers: readonly InstanceOffer[]): readonly GpuGroup[] {
  const byGpus = new Map<string, InstanceOffer[]>();
  for (const offer of offers) {
    const key = gpusKey(offer);
    const group = byGpus.get(key);
    if (group === undefined) byGpus.set(key, [offer]);
    else group.push(offer);
  }
  return [...byGpus]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, group]): GpuGroup[] => {
      const first = group[0];
      if (first === undefined) return [];
      const { accelerator, acceleratorCount, acceleratorShare } = first;
      return [{ accelerator, acceleratorCount, acceleratorShare, offers: group.sort(compareOffers) }];
    });
}

/** By price, then by name, then by whatever else tells two offers apart. */
export function compareOffers(a: InstanceOffer, b: InstanceOffer): number {
  const [priceOfA, priceOfB] = [a.usdPerHour ?? Number.POSITIVE_INFINITY, b.usdPerHour ?? Number.POSITIVE_INFINITY];
  if (priceOfA !== priceOfB) return priceOfA < priceOfB ? -1 : 1;
  return compareNames(a, b);
}

/** By name, then by whatever else tells two offers apart. */
export function compareNames(a: InstanceOffer, b: InstanceOffer): number {
  if (a.instanceType !== b.instanceType) return a.instanceType < b.instanceType ? -1 : 1;
  return compare(identity(a), identity(b));
}

function gpusKey({ accelerator, acceleratorCount, acceleratorShare }: InstanceOffer): string {
  return `${accelerator} ${acceleratorCount} ${acceleratorShare}`;
}

function identity(offer: InstanceOffer): string {
  return `${offer.service} ${offer.region} ${gpusKey(offer)} ${offer.priceStatus} ${offer.asOf} ${offer.source} ${offer.vcpu}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
