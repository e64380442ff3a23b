import type { CarbonIntensity, InstanceOffer } from '../../catalog';

/** Facility energy per IT energy where a region publishes none: AWS 2024, Microsoft FY25. */
const fleetPue = { aws: 1.15, azure: 1.17 } as const;
const joulesPerKwh = 3.6e6;

/** Grams of CO2e per 1,000 output tokens, location-based; undefined where the region has no row. */
export function gramsCo2ePer1kTokens(
  joulesPerToken: number,
  { cloud, region }: Pick<InstanceOffer, 'cloud' | 'region'>,
  carbon: readonly CarbonIntensity[],
): number | undefined {
  const grid = carbon.find((row) => row.cloud === cloud && row.region === region);
  if (grid === undefined) return undefined;
  return ((joulesPerToken * 1000) / joulesPerKwh) * (grid.pue ?? fleetPue[cloud]) * grid.gramsCo2ePerKwh;
}
