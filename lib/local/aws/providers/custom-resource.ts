import type { Cloud } from '../state/cloud';
import type { Provider } from './provider';
import { ResourceFailure } from './provider';

/** The provider of a custom resource; creating one that nothing stands in for fails with the reason. */
export function customResourceProvider(type: string, cloud: Cloud): Provider {
  const known = cloud.standIns.get(type);
  if (known !== undefined) return known.remove === undefined ? {} : { remove: known.remove };
  return {
    create: () => {
      throw new ResourceFailure(
        `The local cloud does not run the function behind custom resource type ${type}; it stands in for [${[...cloud.standIns.keys()].join(', ')}]`,
      );
    },
  };
}
