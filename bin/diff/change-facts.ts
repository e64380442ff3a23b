import { armTypes, forceNewPaths } from '../../lib/local/pulumi/arm';
import { azurePlaces } from '../../lib/review/change/azure-places';
import type { ChangeFacts } from '../../lib/review/change/facts';
import { keyOf } from '../../lib/review/change/resource-key';
import { schemaPlaces } from '../../lib/review/change/schema-places';
import type { Side } from './side';

const known = new Set(armTypes());

/** What decides a comparison: the schemas of CloudFormation, the table of azure-native, and the provider where it was asked. */
export function changeFacts({ verdicts }: Pick<Side, 'verdicts'> = {}): ChangeFacts {
  return {
    placesOf: (type) =>
      type.includes('::')
        ? schemaPlaces(type)
        : azurePlaces(type, known.has(type) ? forceNewPaths(type).map((path) => path.join('.')) : undefined),
    ...(verdicts === undefined ? {} : { verdictOf: (node) => verdicts.get(keyOf(node)) }),
  };
}
