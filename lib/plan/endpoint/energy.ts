import type { CarbonIntensity, Catalog } from '../../catalog/types';
import type { TrafficSpec } from '../../platform';
import type { Decision } from '../decision';
import { cite, decide } from '../decision';
import { significant } from '../units';
import type { EndpointEnergyPlan } from './endpoint-plan';
import type { Fleet } from './fleet';
import type { FleetEnergy } from './fleet-energy';
import { fleetEnergy } from './fleet-energy';
import type { SizedEndpoint } from './size';

/** Power, energy and carbon of an endpoint, and which of them are unknown. */
export interface EndpointEnergy {
  readonly energy?: EndpointEnergyPlan;
  /** One phrase for each figure that the catalogue does not allow. */
  readonly unknown: readonly string[];
}

/** The instances that run over a week. */
export interface LoadedFleet {
  readonly fleet: Fleet;
  /** Whether the planned load comes; without it the instances idle. */
  readonly loaded: boolean;
}

/** Power, energy and carbon of the instances that run. */
export function endpointEnergy(
  catalog: Catalog,
  traffic: TrafficSpec,
  sized: SizedEndpoint,
  { fleet, loaded }: LoadedFleet,
): EndpointEnergy {
  const { copy, offer, peakReplicas } = sized;
  const predicted = fleetEnergy({ copy, offer, carbon: catalog.carbon, fleet, peakReplicas, traffic, loaded });
  if (predicted === undefined) return { unknown: [`power: no rated power of ${copy.accelerator.id} is known`] };
  const load = loaded ? 'over the week' : 'without load: production or the other cloud serves the traffic';
  const energy = {
    peakWatts: peakWatts(sized, predicted),
    kwhPerMonth: decide(
      significant(predicted.kwhPerMonth, 3),
      'energy.month',
      `the running GPUs ${load}; hosts not included`,
    ),
  };
  const grid = catalog.carbon.find((row) => row.cloud === offer.cloud && row.region === offer.region);
  const carbon = grid === undefined ? undefined : emissions(predicted, offer.region, grid);
  return carbon === undefined
    ? { energy, unknown: [`carbon: the grid of ${offer.region} is not in the catalogue`] }
    : { energy: { ...energy, ...carbon }, unknown: [] };
}

function peakWatts({ copy, peakReplicas }: SizedEndpoint, predicted: FleetEnergy): Decision<number> {
  const { id, tdpWatts } = copy.accelerator;
  const evidence =
    predicted.evidence === 'measured' ? `measured on ${id}` : `carried over from H100 and B200 to ${id}, not measured`;
  return cite(
    Math.round(predicted.peakWatts),
    'energy.power',
    `GPUs of the ${peakReplicas} copies that serve the peak, rated ${tdpWatts} W each, by a fit of power to use ` +
      `${evidence}; hosts not included`,
    copy.accelerator,
  );
}

function emissions(
  { gramsPer1kTokens, kgCo2ePerMonth, kwhPerMonth }: FleetEnergy,
  region: string,
  grid: CarbonIntensity,
): Pick<EndpointEnergyPlan, 'gramsCo2ePer1kTokens' | 'kgCo2ePerMonth'> | undefined {
  if (gramsPer1kTokens === undefined || kgCo2ePerMonth === undefined) return undefined;
  const { gramsCo2ePerKwh: grams, method } = grid;
  const emitted = (value: number, what: string): Decision<number> =>
    cite(
      significant(value, 3),
      'energy.carbon',
      `${what}, with ${grams} g CO2e per kWh in ${region} (${method}), facility included`,
      grid,
    );
  return {
    gramsCo2ePer1kTokens: emitted(gramsPer1kTokens, 'output tokens at the peak'),
    kgCo2ePerMonth: emitted(kgCo2ePerMonth, `${significant(kwhPerMonth, 3)} kWh a month`),
  };
}
