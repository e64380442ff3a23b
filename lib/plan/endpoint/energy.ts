import type { Catalog } from '../../catalog/types';
import type { TrafficSpec } from '../../platform';
import type { Decision } from '../decision';
import { cite, decide } from '../decision';
import type { EndpointEnergyPlan } from './endpoint-plan';
import type { Fleet } from './fleet';
import { fleetEnergy } from './fleet-energy';
import type { SizedEndpoint } from './size';

/** What an endpoint draws and emits, with what is not known about it. */
export interface EndpointEnergy {
  readonly energy?: EndpointEnergyPlan;
  readonly unknown: readonly string[];
}

/**
 * Power, energy and carbon of the instances that run.
 *
 * @param loaded - whether the planned load comes; without it they idle
 */
export function endpointEnergy(
  catalog: Catalog,
  traffic: TrafficSpec,
  { copy, offer, peakReplicas }: SizedEndpoint,
  fleet: Fleet,
  loaded: boolean,
): EndpointEnergy {
  const found = fleetEnergy({ copy, offer, carbon: catalog.carbon, fleet, peakReplicas, traffic, loaded });
  const { id } = copy.accelerator;
  if (found === undefined) return { unknown: [`power: no rated power of ${id} is known`] };
  const evidence =
    found.evidence === 'measured' ? `measured on ${id}` : `carried over from H100 and B200 to ${id}, not measured`;
  const load = loaded ? 'over the week' : 'without load: the peak is production traffic, or the other cloud has it';
  const grid = catalog.carbon.find((row) => row.cloud === offer.cloud && row.region === offer.region);
  const energy = {
    peakWatts: cite(
      Math.round(found.peakWatts),
      'energy.power',
      `GPUs of the ${peakReplicas} copies that carry the peak, rated ${copy.accelerator.tdpWatts} W each, by a fit of power on use ` +
        `${evidence}; hosts not included`,
      copy.accelerator,
    ),
    kwhPerMonth: decide(round(found.kwhPerMonth), 'energy.month', `the running GPUs ${load}; hosts not included`),
  };
  if (grid === undefined || found.gramsPer1kTokens === undefined || found.kgCo2ePerMonth === undefined) {
    return { energy, unknown: [`carbon: the grid of ${offer.region} is not in the catalogue`] };
  }
  const { gramsCo2ePerKwh: grams, method } = grid;
  const emitted = (value: number, what: string): Decision<number> =>
    cite(
      value,
      'energy.carbon',
      `${what}, with ${grams} g CO2e per kWh in ${offer.region} (${method}), facility included`,
      grid,
    );
  return {
    energy: {
      ...energy,
      gramsCo2ePer1kTokens: emitted(round(found.gramsPer1kTokens), 'output tokens at the peak'),
      kgCo2ePerMonth: emitted(round(found.kgCo2ePerMonth), `${round(found.kwhPerMonth)} kWh a month`),
    },
    unknown: [],
  };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
