import { resourceSchema } from '../../constraints/schema/service-spec';
import { cdkMetadata, isCustomResource, refusedTypes } from '../../constraints/schema/special-types';
import type { TypeBehaviour } from '../behaviour';
import { providedTypes } from './providers/provider-of';
import { servedTypes } from './services/served-types';

/** What the local AWS does for a resource type: the providers and services that model it, else whether it has a schema. */
export function awsTypeBehaviour(type: string): TypeBehaviour {
  if (isCustomResource(type)) return { type, behaviour: 'modelled', by: ['custom resources'] };
  const services = Object.entries(servedTypes).flatMap(([service, types]) => (types.includes(type) ? [service] : []));
  const by = [...(providedTypes.has(type) ? ['provider'] : []), ...services].toSorted();
  if (by.length > 0) return { type, behaviour: 'modelled', by };
  const known = type === cdkMetadata || (resourceSchema(type) !== undefined && !Object.hasOwn(refusedTypes, type));
  return { type, behaviour: known ? 'schema only' : 'not there', by };
}
