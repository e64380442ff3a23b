import type { InstanceOffer } from '../../catalog';
import { getOrInsert } from '../get-or-insert';
import { compareText } from '../order';

/** Offers with the same GPUs. They are equally fast and differ in price only. */
export interface GpuGroup {
  readonly accelerator: string;
  readonly acceleratorCount: number;
  /** Fraction of one GPU for partitioned sizes, 1 otherwise. */
  readonly acceleratorShare: number;
  /** Cheapest first, whatever the order of the given list. */
  readonly offers: readonly InstanceOffer[];
}

/** Groups offers by their GPUs, in the order of the GPUs' names. */
export function gpuGroups(offers: readonly InstanceOffer[]): readonly GpuGroup[] {
  const byGpus = new Map<string, InstanceOffer[]>();
  for (const offer of offers) getOrInsert(byGpus, gpusKey(offer), () => []).push(offer);
  return [...byGpus]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, group]): GpuGroup[] => {
      const first = group[0];
      if (first === undefined) return [];
      const { accelerator, acceleratorCount, acceleratorShare } = first;
      return [{ accelerator, acceleratorCount, acceleratorShare, offers: group.sort(compareOffers) }];
    });
}

/** By price, then by name, then by any other difference. */
function compareOffers(a: InstanceOffer, b: InstanceOffer): number {
  const [priceOfA, priceOfB] = [a.usdPerHour ?? Number.POSITIVE_INFINITY, b.usdPerHour ?? Number.POSITIVE_INFINITY];
  if (priceOfA !== priceOfB) return priceOfA < priceOfB ? -1 : 1;
  return compareNames(a, b);
}

/** By name, then by any other difference. */
export function compareNames(a: InstanceOffer, b: InstanceOffer): number {
  return compareText(a.instanceType, b.instanceType) || compareText(identity(a), identity(b));
}

function gpusKey({ accelerator, acceleratorCount, acceleratorShare }: InstanceOffer): string {
  return `${accelerator} ${acceleratorCount} ${acceleratorShare}`;
}

function identity(offer: InstanceOffer): string {
  return `${offer.service} ${offer.region} ${gpusKey(offer)} ${offer.priceStatus} ${offer.asOf} ${offer.source} ${offer.vcpu}`;
}
