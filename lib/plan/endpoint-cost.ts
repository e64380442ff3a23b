import type { EndpointSpec } from '../spec';
import { cite } from './decision';
import type { Decision } from './decision';
import type { SizedEndpoint } from './endpoint-size';

const hoursPerMonth = 730;

/**
 * Dollars a month at the planned minimum. An endpoint that is kept warm is paid around the clock; one that scales to
 * zero is paid for the hours with traffic.
 */
export function usdPerMonth(
  { traffic, whenIdle }: EndpointSpec,
  { size, offer, replicas }: Pick<SizedEndpoint, 'size' | 'offer' | 'replicas'>,
): Decision<number> {
  const hoursPerDay = whenIdle === 'scale-to-zero' ? (traffic.hoursPerDay ?? 24) : 24;
  const usdPerHour = size.value.usdPerHour / size.value.replicas;
  const value = Math.round((replicas.value * usdPerHour * hoursPerMonth * hoursPerDay) / 24);
  const price = `${replicas.value} x ${size.value.instanceType} at ${usdPerHour.toFixed(2)} USD an hour`;
  const status =
    offer.priceStatus === 'published'
      ? 'a published price'
      : `the price is ${offer.priceStatus}, check it before ordering`;
  return cite(
    value,
    'cost.at-minimum',
    `${price}, ${hoursPerDay} of 24 hours, ${hoursPerMonth} hours a month; ${status}; storage and traffic not included`,
    offer,
  );
}
