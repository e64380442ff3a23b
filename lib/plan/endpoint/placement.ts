import type { Cloud, Issue } from '../../platform';
import type { Alternative, AmountDecision } from '../decision';
import { cite, decide } from '../decision';
import { predictorOf } from '../performance/performance';
import { estimateMark } from '../price-basis';
import { hoursPerMonth } from '../units';
import { otherServices } from './alternatives';
import type { DedicatedCost } from './break-even';
import type { EndpointFleet } from './cost';
import { fleetOf, instanceCounts, usdPerMonth } from './cost';
import type { EndpointCostPlan, EndpointEnergyPlan, FailoverPlan } from './endpoint-plan';
import { endpointEnergy } from './energy';
import { failoverPlan } from './failover';
import type { FleetRoom } from './fleet';
import { perToken } from './per-token';
import { scheduleOf } from './schedule';
import type { EndpointRequest, SizedEndpoint } from './size';
import { secondsToStart } from './timeouts';
import { hoursOfWeek, meanLoad } from './week';

/** A sized endpoint and how many of its instances run. */
export interface PlacementQuestion {
  readonly request: EndpointRequest;
  readonly cloud: Cloud;
  readonly region: string;
  readonly sized: SizedEndpoint;
  /** Room in this environment. */
  readonly room: FleetRoom;
  /** Room production has for the whole load: the same in every tier, for prices per token. */
  readonly productionRoom: FleetRoom;
  /** What this cloud bills beside instances. */
  readonly besideInstances: readonly string[];
}

/** What a placement costs, draws and competes with. */
export interface EndpointPlacementPlan {
  readonly usdPerMonth: AmountDecision;
  readonly cost: EndpointCostPlan;
  readonly energy?: EndpointEnergyPlan;
  readonly failover?: FailoverPlan;
  readonly alternatives: readonly Alternative[];
  readonly issues: readonly Issue[];
}

/** Prices a sized endpoint over its week, and everything that could hold it instead. */
export function endpointPlacement(question: PlacementQuestion): EndpointPlacementPlan {
  const { request, cloud, region, sized, room, productionRoom, besideInstances } = question;
  const { endpoint, tier, catalog, models = {}, role = { kind: 'only' } } = request;
  const places = request.places ?? { [cloud]: region };
  const planned = fleetOf(endpoint, sized.offer, room);
  const answers = role.kind !== 'standby';
  const { energy, unknown } = endpointEnergy(
    catalog,
    endpoint.traffic,
    sized,
    planned.fleet,
    answers && tier === 'production',
  );
  const production = fleetOf(endpoint, sized.offer, productionRoom);
  const dedicated = dedicatedCost(request, sized, production);
  const comparisons = answers ? perToken({ endpoint, models, catalog, places, dedicated }) : [];
  const failover = failoverPlan(cloud, tier, role, endpoint.traffic, sized);
  return {
    usdPerMonth: usdPerMonth(endpoint, tier, sized, planned),
    cost: {
      instances: instanceCounts(endpoint, tier, planned),
      ...(answers ? { usdPerMillionTokens: usdPerMillionTokens(sized, production, dedicated) } : {}),
      breakEven: Object.fromEntries(comparisons.map(({ key, decision }) => [key, decision])),
      notIncluded: decide(
        [...besideInstances, ...unknown],
        'cost.not-included',
        'what depends on use or has no price in the catalogue: the sum of a month is higher than usdPerMonth by these',
      ),
    },
    ...(energy === undefined ? {} : { energy }),
    ...(failover === undefined ? {} : { failover }),
    alternatives: [
      ...otherServices({ request, cloud, sized, planned, places }),
      ...comparisons.map(({ alternative }) => alternative),
    ],
    issues: coldStart(request, sized),
  };
}

/** The planned load of a month in tokens of requests and answers, and what the instances of production cost for it. */
function dedicatedCost(
  { endpoint }: EndpointRequest,
  { size, copy, concurrencyPerCopy: concurrency }: SizedEndpoint,
  production: EndpointFleet,
): DedicatedCost {
  const { inputTokens, outputTokens } = endpoint.traffic;
  const perMonth = (answerTokens: number): number =>
    (answerTokens * 3600 * hoursPerMonth * (inputTokens + outputTokens)) / outputTokens;
  const full = predictorOf(copy)({ concurrency, inputTokens, outputTokens }).tokensPerSecond * size.value.replicas;
  const { tokensPerSecond } = size.value.figures;
  return {
    usdPerMonth: production.usdPerMonth,
    price: production.price,
    tokensPerMonth: perMonth(tokensPerSecond) * meanLoad(hoursOfWeek(endpoint.traffic, scheduleOf(endpoint))),
    mostTokensPerMonth: perMonth(Math.max(full, tokensPerSecond)),
  };
}

function usdPerMillionTokens(
  { offer }: SizedEndpoint,
  { fleet }: EndpointFleet,
  dedicated: DedicatedCost,
): AmountDecision {
  const { price } = dedicated;
  const value = Number(((dedicated.usdPerMonth * 1e6) / dedicated.tokensPerMonth).toPrecision(4));
  const decision = cite(
    value,
    'cost.per-token',
    `${fleet.mean.toFixed(2)} instances on average, as production runs them, ${estimateMark(price)}$${dedicated.usdPerMonth} a month for ` +
      `${(dedicated.tokensPerMonth / 1e6).toFixed(0)} million tokens of requests and answers, as many as the requests in flight get through at the predicted speed; full around the clock it would be ` +
      `${(dedicated.mostTokensPerMonth / 1e6).toFixed(0)} million`,
    offer,
  );
  return { ...decision, price };
}

/** An objective that the first request after a quiet hour cannot meet. */
function coldStart({ endpoint, key }: EndpointRequest, { size }: SizedEndpoint): readonly Issue[] {
  const limit = endpoint.slo?.timeToFirstTokenMs;
  if (endpoint.whenIdle !== 'scale-to-zero' || limit === undefined) return [];
  const minutes = Math.ceil(secondsToStart(size.value) / 60);
  return [
    {
      code: 'ColdStartBreaksObjective',
      path: `endpoints.${key}.whenIdle`,
      message: `from zero the first answer takes about ${minutes} minutes (${size.value.weightsGiB.toFixed(1)} GiB of weights), and ${limit} ms are agreed`,
      got: endpoint.whenIdle,
      expected: `'keep-warm' where endpoints.${key}.slo must hold for every request`,
      fix: `remove endpoints.${key}.whenIdle, or remove endpoints.${key}.slo.timeToFirstTokenMs`,
    },
  ];
}
