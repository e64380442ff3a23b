import type { InstanceOffer } from '../../catalog/types';
import type { EndpointSpec, Tier } from '../../platform';
import type { Alternative, AmountDecision, Decision } from '../decision';
import { cite, decide } from '../decision';
import type { PriceBasis } from '../price-basis';
import { instancePrice } from '../price-basis';
import { fewestReplicas } from '../tier';
import { hoursPerMonth } from '../units';
import type { InstanceCounts } from './endpoint-plan';
import type { Fleet, FleetRoom } from './fleet';
import { fleetOverWeek, fleetUsdPerMonth } from './fleet';
import { scheduleOf } from './schedule';
import type { SizedEndpoint } from './size';
import { hoursOfWeek, hoursPerWeek, meanLoad } from './week';

const priceWords: Readonly<Record<InstanceOffer['priceStatus'], string>> = {
  published: 'a published price',
  negotiated: 'a price of your own',
  estimated: 'the price is estimated, check it before ordering',
  approximate: 'the price is approximate, check it before ordering',
  missing: 'the price is missing',
};

/** Instances of an endpoint over the week, and what they cost. */
export interface EndpointFleet {
  readonly fleet: Fleet;
  readonly room: FleetRoom;
  readonly usdPerMonth: number;
  readonly price: PriceBasis;
}

/** Runs an endpoint through its week. */
export function fleetOf(endpoint: EndpointSpec, offer: InstanceOffer, room: FleetRoom): EndpointFleet {
  const week = hoursOfWeek(endpoint.traffic, scheduleOf(endpoint));
  const fleet = fleetOverWeek(week, endpoint.traffic.peakConcurrency, room);
  // Sums of the same hours in another order differ in the last digits, and half a dollar must round the same way.
  const usd = Number((fleetUsdPerMonth(fleet, offer) ?? 0).toFixed(6));
  return { fleet, room, usdPerMonth: Math.round(usd), price: instancePrice(offer, fleet.most) };
}

/** Dollars a month for the instances that run over the week: the part of the cost that has a price. */
export function usdPerMonth(
  endpoint: EndpointSpec,
  tier: Tier,
  { size, offer }: Pick<SizedEndpoint, 'size' | 'offer'>,
  { fleet, room, usdPerMonth: value, price: basis }: EndpointFleet,
): AmountDecision {
  const usdPerHour = offer.usdPerHour ?? 0;
  const price = `${counted(fleet)} x ${size.value.instanceType} at ${usdPerHour.toFixed(2)} USD an hour`;
  const loaded = fleet.hours.reduce((sum, { hours, load }) => sum + (load > 0 ? hours : 0), 0);
  const hours =
    room.toZero === true
      ? `${Math.round((loaded / hoursPerMonth) * hoursPerWeek)} of ${hoursPerWeek} hours a week, ${hoursPerMonth} hours a month`
      : `${hoursPerMonth} hours a month`;
  const decision = cite(
    value,
    'cost.over-week',
    `${price}, ${hours}; ${priceWords[offer.priceStatus]}${reserved(offer, fleet)}; storage and traffic not included`,
    offer,
    lowered(endpoint, tier, offer, room, value),
  );
  return { ...decision, price: basis };
}

/** How many instances run, and why the number moves. */
export function instanceCounts(
  { traffic }: EndpointSpec,
  tier: Tier,
  { fleet, room }: EndpointFleet,
): Decision<InstanceCounts> {
  const counts = { least: fleet.least, most: fleet.most, mean: Number(fleet.mean.toFixed(2)) };
  const mean = Math.round(meanLoad(hoursOfWeek(traffic)) * 100);
  const shape = `the load of an average hour is ${mean} percent of the peak of ${traffic.peakConcurrency}`;
  if (room.targetConcurrency !== undefined) {
    return decide(
      counts,
      'cost.scaling',
      `${shape}; between ${room.idleMinimum} and ${room.maximum}, one for each ${room.targetConcurrency} requests in flight`,
    );
  }
  if (room.toZero === true) return decide(counts, 'cost.to-zero', `${shape}; nothing runs in hours without traffic`);
  return decide(
    counts,
    'cost.fixed',
    tier === 'production'
      ? `${room.minimum} at every hour, whatever the load`
      : `${tier} carries no peak: ${room.minimum} at every hour`,
  );
}

/** What a lower minimum would save, where the load would let it. */
function lowered(
  endpoint: EndpointSpec,
  tier: Tier,
  offer: InstanceOffer,
  room: FleetRoom,
  usd: number,
): readonly Alternative[] {
  const least = fewestReplicas(tier);
  if (room.targetConcurrency === undefined || room.idleMinimum <= least) return [];
  const { usdPerMonth: lower, price } = fleetOf(endpoint, offer, { ...room, minimum: least, idleMinimum: least });
  if (lower >= usd * 0.99) return [];
  return [
    {
      value: `a minimum of ${least} at quiet hours`,
      reason: `whenIdle: { schedule } saves up to ${Math.round((1 - lower / usd) * 100)} percent; load that comes back sooner than planned then waits for instances to start`,
      usdPerMonth: lower,
      price,
    },
  ];
}

function counted({ least, most, mean }: Fleet): string {
  return least === most || least === 0 ? String(most) : `${least} to ${most}, ${mean.toFixed(2)} on average,`;
}

function reserved({ reserved: reserve }: InstanceOffer, { most }: Fleet): string {
  return reserve === undefined
    ? ''
    : `; ${Math.min(reserve.count, most)} of them reserved at ${reserve.usdPerHour.toFixed(2)} USD an hour`;
}
