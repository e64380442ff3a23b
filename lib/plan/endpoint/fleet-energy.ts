import type { CarbonIntensity, InstanceOffer } from '../../catalog/types';
import type { ModelCopy } from '../performance/model-copy';
import { predictorOf } from '../performance/performance';
import type { Power } from '../performance/power';
import { gramsCo2ePer1kTokens, powerOf } from '../performance/power';
import type { Fleet } from './fleet';

/** Power, energy and carbon of the GPUs of a fleet; hosts are not included. */
export interface FleetEnergy {
  /** All copies at the planned peak. */
  readonly peakWatts: number;
  readonly kwhPerMonth: number;
  /** Grams of CO2e at the peak, facility included. @default - the catalogue has no grid of the region */
  readonly gramsPer1kTokens?: number;
  readonly kgCo2ePerMonth?: number;
  readonly evidence: Power['evidence'];
}

/** Copies, where and when they run, and the load they get. */
export interface EnergyInput {
  readonly copy: ModelCopy;
  readonly offer: InstanceOffer;
  readonly carbon: readonly CarbonIntensity[];
  readonly fleet: Fleet;
  /** Copies that serve the peak. */
  readonly peakReplicas: number;
  readonly traffic: { readonly peakConcurrency: number; readonly inputTokens: number; readonly outputTokens: number };
  /** Whether the load of the week comes; without it the fleet idles. */
  readonly loaded: boolean;
}

/** Fraction of its rated power that a GPU with weights draws without requests: an assumption, the floor of the power model. */
const idleShare = 0.15;

/**
 * Energy of a fleet over a month; undefined where the vendor publishes no rated power. The power of a copy is assumed to be
 * linear from no request to one request, and from one request to the peak.
 */
export function fleetEnergy(input: EnergyInput): FleetEnergy | undefined {
  const { copy, offer, carbon, fleet, peakReplicas, traffic, loaded } = input;
  const rated = (copy.accelerator.tdpWatts ?? 0) * copy.acceleratorShare * copy.tensorParallel;
  const idle = rated * idleShare;
  const predict = predictorOf(copy);
  const at = (concurrency: number) => {
    const load = { concurrency, inputTokens: traffic.inputTokens, outputTokens: traffic.outputTokens };
    const performance = predict(load);
    return { performance, power: powerOf(copy, load, performance.timePerOutputTokenMs / 1000) };
  };
  const busiest = Math.ceil(traffic.peakConcurrency / peakReplicas);
  const [one, peak] = [at(1), at(busiest)];
  if (one.power === undefined || peak.power === undefined) return undefined;
  const [least, most] = [one.power.watts, peak.power.watts];
  const wattsAt = (concurrency: number): number => {
    if (concurrency <= 1) return idle + concurrency * (least - idle);
    return least + Math.min(1, (concurrency - 1) / Math.max(1, busiest - 1)) * (most - least);
  };
  const wattHours = fleet.hours.reduce((sum, { hours, load, instances }) => {
    const each = instances === 0 || !loaded ? 0 : (load * traffic.peakConcurrency) / instances;
    return sum + hours * instances * wattsAt(each);
  }, 0);
  const kwhPerMonth = wattHours / 1000;
  const joulesPerToken = most / peak.performance.tokensPerSecond;
  const grams = gramsCo2ePer1kTokens(joulesPerToken, offer, carbon);
  return {
    peakWatts: most * peakReplicas,
    kwhPerMonth,
    evidence: peak.power.evidence,
    ...(grams === undefined
      ? {}
      : {
          gramsPer1kTokens: grams,
          // The same grid and facility, for the energy of the month.
          kgCo2ePerMonth: (grams / 1000) * ((kwhPerMonth * 3.6e6) / (joulesPerToken * 1000)),
        }),
  };
}
