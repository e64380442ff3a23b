import type { InstanceOffer } from '../../lib/catalog';
import { catalog } from '../../lib/catalog';
import { serviceHourPrices } from '../../lib/catalog/rows/service-prices';
import type { PriceBook } from '../../lib/review/money';
import { usePrices } from './use-prices';

/**
 * The prices of the catalogue as the review asks them.
 * @param offers @default - those that the kit ships
 */
export function priceBook(offers: readonly InstanceOffer[] = catalog.instances): PriceBook {
  const byType = new Map<string, InstanceOffer[]>();
  for (const offer of offers) {
    const type = offer.instanceType.toLowerCase();
    const known = byType.get(type);
    if (known === undefined) byType.set(type, [offer]);
    else known.push(offer);
  }
  return {
    isAccelerated: (instanceType) => byType.has(instanceType.toLowerCase()),
    hour: (service, instanceType, region) => {
      const item = instanceType.toLowerCase();
      const offer = byType.get(item)?.findLast((one) => one.service === service && isIn(region, one));
      if (offer?.usdPerHour !== undefined) {
        const { usdPerHour, asOf, source, priceStatus } = offer;
        return { usdPerHour, asOf, source, estimated: priceStatus === 'estimated' || priceStatus === 'approximate' };
      }
      const row = serviceHourPrices.find(
        (one) => one.service === service && one.item.toLowerCase() === item && isIn(region, one),
      );
      if (row === undefined) return undefined;
      const { usdPerHour, asOf, source, confidence } = row;
      return { usdPerHour, asOf, source, estimated: confidence !== undefined };
    },
    use: usePrices,
  };
}

/** Azure and Terraform spell sizes and regions in any case. */
function isIn(region: string, row: { readonly region: string }): boolean {
  return row.region.toLowerCase() === region.toLowerCase();
}
