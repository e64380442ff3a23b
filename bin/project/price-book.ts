import type { InstanceOffer } from '../../lib/catalog';
import { catalog } from '../../lib/catalog';
import type { PriceBook } from '../../lib/review/money';

/**
 * The prices of the catalogue as the review asks them.
 * @param offers @default - those that the kit ships
 */
export function priceBook(offers: readonly InstanceOffer[] = catalog.instances): PriceBook {
  const byType = new Map<string, InstanceOffer[]>();
  for (const offer of offers) {
    const known = byType.get(offer.instanceType);
    if (known === undefined) byType.set(offer.instanceType, [offer]);
    else known.push(offer);
  }
  return {
    isAccelerated: (instanceType) => byType.has(instanceType),
    hour: (service, instanceType, region) => {
      const offer = byType.get(instanceType)?.findLast((one) => one.service === service && one.region === region);
      if (offer?.usdPerHour === undefined) return undefined;
      const { usdPerHour, asOf, source, priceStatus } = offer;
      return { usdPerHour, asOf, source, estimated: priceStatus === 'estimated' || priceStatus === 'approximate' };
    },
  };
}
