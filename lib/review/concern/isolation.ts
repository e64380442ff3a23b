import type { ResourceNode } from '../../graph';
import { listOf, valueAt } from '../policy';
import type { Protection } from './protection';
import { weakening } from './protection';
import { inWords, isTrue } from './values';

/** Types that keep traffic inside a network. */
const networkTypes: Readonly<Record<string, string>> = {
  'AWS::EC2::VPCEndpoint': 'a private endpoint',
  'azure-native:network:PrivateEndpoint': 'a private endpoint',
  'azure-native:machinelearningservices:ManagedNetworkSettingsRule': 'a rule of the managed network',
};

/** Networks, private endpoints and container isolation that a change takes away. */
export const isolation = weakening(
  { code: 'IsolationLost', fix: 'keep the network settings' },
  ({ type, properties }: ResourceNode): readonly Protection[] => {
    const vpc = properties.VpcConfig ?? properties.VPCConfig;
    const subnets = listOf(valueAt(vpc, 'Subnets') ?? valueAt(vpc, 'SubnetIds')).length;
    const isolated = properties.EnableNetworkIsolation;
    const managed =
      valueAt(properties.managedNetwork, 'isolationMode') ??
      valueAt(valueAt(properties, 'properties'), 'isolationMode');
    const own = Object.hasOwn(networkTypes, type) ? networkTypes[type] : undefined;
    return [
      ...(vpc === undefined
        ? []
        : [{ path: 'VpcConfig', name: 'the VPC', strength: subnets > 0 ? 1 : 0, words: `${subnets} subnets` }]),
      ...(isolated === undefined
        ? []
        : [
            {
              path: 'EnableNetworkIsolation',
              name: 'network isolation of the container',
              strength: isTrue(isolated) ? 1 : 0,
              words: inWords(isolated),
            },
          ]),
      ...(managed === undefined
        ? []
        : [
            {
              path: 'managedNetwork.isolationMode',
              name: 'the managed network',
              strength: modes.indexOf(inWords(managed)),
              words: inWords(managed),
            },
          ]),
      ...(own === undefined ? [] : [{ path: '', name: own, strength: 1, words: own }]),
    ];
  },
);

const modes: readonly string[] = ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'];
