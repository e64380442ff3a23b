import type { InstanceOffer } from '../../lib/catalog';
import { catalog } from '../../lib/catalog';
import type { PriceBook } from '../../lib/review/money';

/**
 * The prices of the catalogue as the review asks them.
 * @param offers @default - those that the kit ships
 */
export function priceBook(offers: readonly InstanceOffer[] = catalog.instances): PriceBook {
  const byPlace = new Map(offers.map((offer) => [placeOf(offer.service, offer.instanceType, offer.region), offer]));
  const types = new Set(offers.map(({ instanceType }) => instanceType));
  return {
    isAccelerated: (instanceType) => types.has(instanceType),
    hour: (service, instanceType, region) => {
      const offer = byPlace.get(placeOf(service, instanceType, region));
      if (offer?.usdPerHour === undefined) return undefined;
      const { usdPerHour, asOf, source, priceStatus } = offer;
      return { usdPerHour, asOf, source, estimated: priceStatus === 'estimated' || priceStatus === 'approximate' };
    },
  };
}

function placeOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
