import { scalarText } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { Provider } from './provider';

function put(resource: ExistingResource, cloud: Cloud): void {
  const { account, region, physicalId, properties } = resource;
  const group = cloud.logs(account, region).group(physicalId, cloud.now().getTime());
  const days = scalarText(properties['RetentionInDays']);
  group.retentionInDays = days === undefined ? undefined : Number(days);
}

/** `AWS::Logs::LogGroup`: creates what functions and log requests write to. */
export const logGroupProvider: Provider = {
  create: (resource, cloud) => {
    put(resource, cloud);
    return undefined;
  },
  update: (resource, _before, cloud) => {
    put(resource, cloud);
    return undefined;
  },
  remove: ({ account, region, physicalId }, cloud) => {
    cloud.logs(account, region).groups.delete(physicalId);
    return undefined;
  },
};
