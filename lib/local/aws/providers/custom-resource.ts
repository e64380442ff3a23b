import type { Cloud } from '../state/cloud';
import type { Provider } from './provider';
import { ResourceFailure } from './provider';

/** The provider of a custom resource. Creating one without a stand-in fails with the reason. */
export function customResourceProvider(type: string, cloud: Cloud): Provider {
  const standIn = cloud.standIns.get(type);
  if (standIn !== undefined) {
    return {
      remove: ({ properties }) => {
        standIn.remove?.(properties, { emptyBucket: (name) => cloud.buckets.get(name)?.objects.clear() });
      },
    };
  }
  return {
    create: () => {
      throw new ResourceFailure(
        `The local cloud does not run the function behind custom resource type ${type}; it has stand-ins for [${[...cloud.standIns.keys()].join(', ')}]`,
      );
    },
  };
}
