import type { AzureRegionPair } from './rows/azure-region-pairs';
import { azureRegionPairs } from './rows/azure-region-pairs';

/** The pair of a location; undefined where no source says whether it has one. */
export function azureRegionPair(location: string): AzureRegionPair | undefined {
  return azureRegionPairs.find((row) => row.location === location);
}
