import { scalarText } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { Provider } from './provider';

function put(resource: ExistingResource, cloud: Cloud): void {
  const store = cloud.parameters(resource.account, resource.region);
  const name = resource.physicalId;
  store.set(name, {
    name,
    type: scalarText(resource.properties['Type']) ?? 'String',
    value: scalarText(resource.properties['Value']) ?? '',
    version: (store.get(name)?.version ?? 0) + 1,
    lastModified: cloud.now(),
  });
}

/** `AWS::SSM::Parameter`: writes what SSM requests, parameter types and dynamic references read. */
export const ssmParameterProvider: Provider = {
  create(resource, cloud) {
    put(resource, cloud);
  },
  update(resource, _before, cloud) {
    put(resource, cloud);
  },
  remove(resource, cloud) {
    cloud.parameters(resource.account, resource.region).delete(resource.physicalId);
  },
};
