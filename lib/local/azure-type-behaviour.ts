import { dataPlaneTypes } from './azure-data';
import { storeTypes } from './azure-stores';
import type { TypeBehaviour } from './behaviour';
import { isKnownAzureType } from './pulumi';

/** What the local Azure does for a type of azure-native: the data planes and stores that model it, else whether it has a schema. */
export function azureTypeBehaviour(type: string): TypeBehaviour {
  const by = [...Object.entries(dataPlaneTypes), ...Object.entries(storeTypes)]
    .flatMap(([plane, types]) => (types.includes(type) ? [plane] : []))
    .toSorted();
  if (by.length > 0) return { type, behaviour: 'modelled', by };
  return { type, behaviour: isKnownAzureType(type) ? 'schema only' : 'not there', by };
}
