import type { ResourceGraph, ResourceNode } from '../../lib/graph';
import { azurePlaces } from '../../lib/review/change/azure-places';
import type { ResourceChange } from '../../lib/review/change/change';
import { compareGraphs } from '../../lib/review/change/compare';
import type { ChangeFacts } from '../../lib/review/change/facts';
import { schemaPlaces } from '../../lib/review/change/schema-places';
import type { MoneyContext } from '../../lib/review/money';
import { resourceNode } from './resource-node';

/** Facts as the commands use them; every type of azure-native is known to replace on its location alone. */
export const changeFacts: ChangeFacts = {
  placesOf: (type) => (type.startsWith('azure-native:') ? azurePlaces(type, ['location']) : schemaPlaces(type)),
};

/** A price list that has nothing. */
export const noPrices: MoneyContext = {
  prices: { isAccelerated: () => false, hour: () => undefined, use: () => undefined },
  regionOf: () => undefined,
};

/** What a deployment of one graph over another does. */
export function changesBetween(
  base: ResourceGraph,
  next: ResourceGraph,
  facts = changeFacts,
): readonly ResourceChange[] {
  return compareGraphs(base, next, facts);
}

/** A resource of AWS with a logical id. */
export function aws(
  type: string,
  id: string,
  properties: ResourceNode['properties'],
  more: Partial<ResourceNode> = {},
): ResourceNode {
  return resourceNode({ type, address: `app/${id}`, stack: 'app', properties, ...more });
}
