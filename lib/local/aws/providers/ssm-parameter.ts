import { scalarText } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import { nextVersion } from '../state/parameter';
import type { ExistingResource } from '../state/registry';
import type { Provider } from './provider';

function put(resource: ExistingResource, cloud: Cloud): void {
  const store = cloud.parameters(resource.account, resource.region);
  const name = resource.physicalId;
  const { properties } = resource;
  const change = {
    name,
    type: scalarText(properties['Type']) ?? 'String',
    value: scalarText(properties['Value']) ?? '',
    description: scalarText(properties['Description']),
    allowedPattern: scalarText(properties['AllowedPattern']),
    tier: scalarText(properties['Tier']),
    dataType: scalarText(properties['DataType']),
  };
  store.set(name, nextVersion(store.get(name), change, cloud.now()));
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
