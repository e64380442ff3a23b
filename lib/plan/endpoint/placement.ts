import type { EndpointSpec, Issue } from '../../platform';
import type { Alternative, AmountDecision } from '../decision';
import { cite, decide } from '../decision';
import { predictorOf } from '../performance/performance';
import { estimateMark } from '../price-basis';
import { hoursPerMonth, significant } from '../units';
import { otherServices } from './alternatives';
import type { DedicatedCost } from './break-even';
import type { EndpointFleet } from './cost';
import { fleetOf, instanceCounts, usdPerMonth } from './cost';
import type { EndpointContext } from './endpoint-context';
import type { EndpointCostPlan, EndpointEnergyPlan, FailoverPlan } from './endpoint-plan';
import { endpointEnergy } from './energy';
import { failoverPlan } from './failover';
import type { ScalingBounds } from './fleet';
import { perToken } from './per-token';
import { scheduleOf } from './schedule';
import type { SizedEndpoint } from './size';
import { secondsToStart } from './timeouts';
import { hoursOfWeek, meanLoad } from './week';

/** A sized endpoint and how many of its instances run. */
export interface PlacementInput {
  readonly context: EndpointContext;
  readonly sized: SizedEndpoint;
  /** In this environment. */
  readonly bounds: ScalingBounds;
  /** In production under the whole load: the same in every tier, for prices per token. */
  readonly productionBounds: ScalingBounds;
  /** What the cloud bills besides instances. */
  readonly besideInstances: readonly string[];
}

/** Cost, energy, failover and alternatives of a placement. */
export interface EndpointPlacementPlan {
  readonly usdPerMonth: AmountDecision;
  readonly cost: EndpointCostPlan;
  readonly energy?: EndpointEnergyPlan;
  readonly failover?: FailoverPlan;
  readonly alternatives: readonly Alternative[];
  readonly issues: readonly Issue[];
}

/** Cost, energy and failover of a sized endpoint over its week, and every alternative to it. */
export function endpointPlacement(input: PlacementInput): EndpointPlacementPlan {
  const { context, sized, bounds, productionBounds, besideInstances } = input;
  const { endpoint, tier, catalog, role } = context;
  const planned = fleetOf(endpoint, sized.offer, bounds);
  const primary = role.kind !== 'standby';
  const loaded = primary && tier === 'production';
  const { energy, unknown } = endpointEnergy(catalog, endpoint.traffic, sized, { fleet: planned.fleet, loaded });
  const production = fleetOf(endpoint, sized.offer, productionBounds);
  const dedicated = dedicatedCost(endpoint, sized, production);
  const comparisons = primary ? perToken(context, dedicated) : [];
  const failover = failoverPlan(context, sized);
  return {
    usdPerMonth: usdPerMonth(endpoint, tier, sized, planned),
    cost: {
      instances: instanceCounts(endpoint, tier, planned),
      ...(primary ? { usdPerMillionTokens: usdPerMillionTokens(sized, production, dedicated) } : {}),
      breakEven: Object.fromEntries(comparisons.map(({ key, decision }) => [key, decision])),
      notIncluded: decide(
        [...besideInstances, ...unknown],
        'cost.not-included',
        'these depend on use or have no price in the catalogue: they come on top of usdPerMonth',
      ),
    },
    ...(energy === undefined ? {} : { energy }),
    ...(failover === undefined ? {} : { failover }),
    alternatives: [...otherServices({ context, sized, planned }), ...comparisons.map(({ alternative }) => alternative)],
    issues: coldStart(context, sized),
  };
}

/** The planned load of a month in tokens of requests and answers, and the cost of production's instances for it. */
function dedicatedCost(
  endpoint: EndpointSpec,
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
  const value = significant((dedicated.usdPerMonth * 1e6) / dedicated.tokensPerMonth, 4);
  const decision = cite(
    value,
    'cost.per-token',
    `${fleet.mean.toFixed(2)} instances on average, as production runs them, ${estimateMark(price)}$${dedicated.usdPerMonth} a month for ` +
      `${(dedicated.tokensPerMonth / 1e6).toFixed(0)} million tokens of requests and answers, the planned requests in flight at the predicted speed; full around the clock it would be ` +
      `${(dedicated.mostTokensPerMonth / 1e6).toFixed(0)} million`,
    offer,
  );
  return { ...decision, price };
}

/** An objective that the first request after a quiet hour cannot meet. */
function coldStart({ endpoint, key }: EndpointContext, { size }: SizedEndpoint): readonly Issue[] {
  const limit = endpoint.slo?.timeToFirstTokenMs;
  if (endpoint.whenIdle !== 'scale-to-zero' || limit === undefined) return [];
  const minutes = Math.ceil(secondsToStart(size.value) / 60);
  return [
    {
      code: 'ColdStartBreaksObjective',
      path: `endpoints.${key}.whenIdle`,
      message: `from zero the first answer takes about ${minutes} minutes (${size.value.weightsGiB.toFixed(1)} GiB of weights); the objective is ${limit} ms`,
      got: endpoint.whenIdle,
      expected: `'keep-warm' where endpoints.${key}.slo must hold for every request`,
      fix: `remove endpoints.${key}.whenIdle, or remove endpoints.${key}.slo.timeToFirstTokenMs`,
    },
  ];
}
