import type { JsonObject } from '../../../constraints/json';
import { sameJson } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import type { DeployedResource } from './deployed';
import type { ResourceChange } from './diff';
import { driftOf } from './drift';
import type { FoundDrift } from './found-drift';
import type { Stack } from './stack';

/** The drift of a resource before a deployment. */
export function foundDrift(stack: Stack, previous: DeployedResource, cloud: Cloud): FoundDrift {
  const { status, actual, differences } = driftOf(stack, previous, cloud);
  if (status !== 'MODIFIED' || actual === undefined) return { status, live: undefined };
  const names = [...new Set(differences.map(({ path }) => path.split('/')[1] ?? ''))];
  return { status, live: asItIs(previous, actual, names) };
}

function asItIs(previous: DeployedResource, actual: JsonObject, names: readonly string[]): DeployedResource {
  const { shown, properties } = previous;
  const hidden = (name: string): boolean => shown !== undefined && !sameJson(shown[name], properties[name]);
  const put = (values: JsonObject, keep: (name: string) => boolean): JsonObject => {
    const changed = names.filter((name) => !keep(name));
    return Object.fromEntries([
      ...Object.entries(values).filter(([name]) => !changed.includes(name)),
      ...changed.flatMap((name) => (actual[name] === undefined ? [] : [[name, actual[name]] as const])),
    ]);
  };
  return {
    ...previous,
    properties: put(properties, () => false),
    ...(shown === undefined ? {} : { shown: put(shown, hidden) }),
    existing: { ...previous.existing, properties: actual },
  };
}

/** The change of a resource that drifted: nothing is done where the template now says what is there. */
export function driftAwareChange(fromLive: ResourceChange, fromTemplate: () => ResourceChange): ResourceChange {
  if (fromLive.action !== 'None') return fromLive;
  return { ...fromTemplate(), action: 'SyncWithActual', replacement: 'False', replace: false };
}

/** The record of a resource that is as the template says already. */
export function synchronized(
  previous: DeployedResource,
  next: Pick<DeployedResource, 'declaration' | 'properties' | 'shown'> & { readonly effective: JsonObject },
): DeployedResource {
  const { declaration, properties, shown, effective } = next;
  const existing = { ...previous.existing, properties: effective };
  return { ...previous, declaration, properties, shown, existing };
}
