import type { InstanceOffer } from '../../catalog/types';
import type { EndpointSpec, Tier } from '../../platform';
import type { Alternative, AmountDecision, Decision } from '../decision';
import { cite, decide, withRejected } from '../decision';
import type { PriceBasis } from '../price-basis';
import { instancePrice } from '../price-basis';
import { fewestReplicas } from '../tier';
import { hoursPerMonth, round } from '../units';
import type { InstanceCounts } from './endpoint-plan';
import type { Fleet, ScalingBounds } from './fleet';
import { fleetOverWeek, fleetUsdPerMonth } from './fleet';
import { scheduleOf } from './schedule';
import type { SizedEndpoint } from './size';
import { hoursOfWeek, hoursPerWeek, meanLoad } from './week';

const priceWords: Readonly<Record<InstanceOffer['priceStatus'], string>> = {
  published: 'a published price',
  negotiated: 'a negotiated price',
  estimated: 'the price is estimated, check it before ordering',
  approximate: 'the price is approximate, check it before ordering',
  missing: 'the price is missing',
};

/** Instances of an endpoint over an average month, and their price. */
export interface EndpointFleet {
  readonly fleet: Fleet;
  readonly bounds: ScalingBounds;
  readonly usdPerMonth: number;
  readonly price: PriceBasis;
}

/** Instances that an endpoint runs over its week, and their cost in an average month. */
export function fleetOf(endpoint: EndpointSpec, offer: InstanceOffer, bounds: ScalingBounds): EndpointFleet {
  const week = hoursOfWeek(endpoint.traffic, scheduleOf(endpoint));
  const fleet = fleetOverWeek(week, endpoint.traffic.peakConcurrency, bounds);
  // Sums of the same hours in another order differ in the last digits, and half a dollar must round the same way.
  const usd = round(fleetUsdPerMonth(fleet, offer) ?? 0, 6);
  return { fleet, bounds, usdPerMonth: Math.round(usd), price: instancePrice(offer, fleet.most) };
}

/** US dollars a month for the instances that run over the week. Nothing else is included. */
export function usdPerMonth(
  endpoint: EndpointSpec,
  tier: Tier,
  { size, offer }: Pick<SizedEndpoint, 'size' | 'offer'>,
  planned: EndpointFleet,
): AmountDecision {
  const { fleet, bounds } = planned;
  const usdPerHour = offer.usdPerHour ?? 0;
  const price = `${counted(fleet)} x ${size.value.instanceType} at ${usdPerHour.toFixed(2)} USD an hour`;
  const loaded = fleet.hours.reduce((sum, { hours, load }) => sum + (load > 0 ? hours : 0), 0);
  const hours =
    bounds.toZero === true
      ? `${Math.round((loaded / hoursPerMonth) * hoursPerWeek)} of ${hoursPerWeek} hours a week, ${hoursPerMonth} hours a month`
      : `${hoursPerMonth} hours a month`;
  const decision = withRejected(
    cite(
      planned.usdPerMonth,
      'cost.over-week',
      `${price}, ${hours}; ${priceWords[offer.priceStatus]}${reserved(offer, fleet)}; storage and traffic not included`,
      offer,
    ),
    lowered(endpoint, tier, offer, planned),
  );
  return { ...decision, price: planned.price };
}

/** How many instances run, and what the number depends on. */
export function instanceCounts(
  { traffic }: EndpointSpec,
  tier: Tier,
  { fleet, bounds }: EndpointFleet,
): Decision<InstanceCounts> {
  const counts = { least: fleet.least, most: fleet.most, mean: round(fleet.mean, 2) };
  const mean = Math.round(meanLoad(hoursOfWeek(traffic)) * 100);
  const shape = `the load of an average hour is ${mean} percent of the peak of ${traffic.peakConcurrency}`;
  if (bounds.targetConcurrency !== undefined) {
    return decide(
      counts,
      'cost.scaling',
      `${shape}; between ${bounds.idleMinimum} and ${bounds.maximum}, one for each ${bounds.targetConcurrency} requests in flight`,
    );
  }
  if (bounds.toZero === true) return decide(counts, 'cost.to-zero', `${shape}; nothing runs in hours without traffic`);
  return decide(
    counts,
    'cost.fixed',
    tier === 'production'
      ? `${bounds.minimum} at every hour, whatever the load`
      : `${tier} does not serve the peak: ${bounds.minimum} at every hour`,
  );
}

/** What a lower minimum would save, where the load allows one. */
function lowered(
  endpoint: EndpointSpec,
  tier: Tier,
  offer: InstanceOffer,
  { bounds, usdPerMonth: usd }: EndpointFleet,
): readonly Alternative[] {
  const least = fewestReplicas(tier);
  if (bounds.targetConcurrency === undefined || bounds.idleMinimum <= least) return [];
  const { usdPerMonth: lower, price } = fleetOf(endpoint, offer, { ...bounds, minimum: least, idleMinimum: least });
  if (lower >= usd * 0.99) return [];
  return [
    {
      value: `a minimum of ${least} at quiet hours`,
      reason: `whenIdle: { schedule } saves up to ${Math.round((1 - lower / usd) * 100)} percent; load that returns sooner than planned then waits for instances to start`,
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
