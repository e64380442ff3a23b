import { isolation } from '../../../../lib/review/concern/isolation';
import { said } from '../../../helpers/concerns';

const vpc = { VpcConfig: { Subnets: ['a'], SecurityGroupIds: ['b'] } };

test.each<[string, string, Parameters<typeof said>[2], string[]]>([
  ['a model outside of its VPC', 'AWS::SageMaker::Model', [vpc, {}], ['warning IsolationLost VpcConfig']],
  ['a model with other subnets', 'AWS::SageMaker::Model', [vpc, { VpcConfig: { Subnets: ['c'] } }], []],
  [
    'a container with the network',
    'AWS::SageMaker::Model',
    [{ EnableNetworkIsolation: true }, { EnableNetworkIsolation: false }],
    ['warning IsolationLost EnableNetworkIsolation'],
  ],
  [
    'a private endpoint that is gone',
    'azure-native:network:PrivateEndpoint',
    [{ subnet: { id: 'a' } }, undefined],
    ['warning IsolationLost'],
  ],
  [
    'a managed network that lets more out',
    'azure-native:machinelearningservices:Workspace',
    [
      { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } },
      { managedNetwork: { isolationMode: 'AllowInternetOutbound' } },
    ],
    ['warning IsolationLost managedNetwork.isolationMode'],
  ],
])('%s', (_title, type, sides, expected) => {
  expect(said(isolation, type, sides)).toEqual(expected);
});
