import type { Provenance } from '../provenance';

/** The location to which services of a location copy data by themselves. */
export interface AzureRegionPair extends Provenance {
  readonly location: string;
  /** Absent where the location has none. */
  readonly secondary?: string;
}

const provenance: Provenance = {
  source: 'MicrosoftDocs/azure-docs, articles/reliability/cross-region-replication-azure.md, commit 00f4e57d',
  asOf: '2022-12-12',
  confidence: 'medium',
};

function pair(location: string, secondary?: string): AzureRegionPair {
  return { location, ...(secondary === undefined ? {} : { secondary }), ...provenance };
}

/** Pairs are one-directional where the table says so: brazilsouth and westus3. */
export const azureRegionPairs: readonly AzureRegionPair[] = [
  pair('australiaeast', 'australiasoutheast'),
  pair('brazilsouth', 'southcentralus'),
  pair('canadacentral', 'canadaeast'),
  pair('canadaeast', 'canadacentral'),
  pair('centralindia', 'southindia'),
  pair('centralus', 'eastus2'),
  pair('eastus', 'westus'),
  pair('eastus2', 'centralus'),
  pair('francecentral', 'francesouth'),
  pair('germanywestcentral', 'germanynorth'),
  pair('italynorth'),
  pair('japaneast', 'japanwest'),
  pair('koreacentral', 'koreasouth'),
  pair('northcentralus', 'southcentralus'),
  pair('northeurope', 'westeurope'),
  pair('norwayeast', 'norwaywest'),
  pair('polandcentral'),
  pair('southafricanorth', 'southafricawest'),
  pair('southcentralus', 'northcentralus'),
  pair('southeastasia', 'eastasia'),
  pair('spaincentral'),
  pair('swedencentral', 'swedensouth'),
  pair('switzerlandnorth', 'switzerlandwest'),
  pair('uaenorth', 'uaecentral'),
  pair('uksouth', 'ukwest'),
  pair('westeurope', 'northeurope'),
  pair('westus', 'eastus'),
  pair('westus2', 'westcentralus'),
  pair('westus3', 'eastus'),
];
