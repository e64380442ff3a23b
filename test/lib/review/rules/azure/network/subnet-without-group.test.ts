import { subnetWithoutGroup } from '../../../../../../lib/review/rules/azure/network/subnet-without-group';
import { azureFound } from '../../../../../helpers/azure-found';

const subnet = (name: string, properties: object) => [
  { type: 'Microsoft.Network/virtualNetworks/subnets', name: `v/${name}`, properties },
];

test('a subnet without a group is found, and one with it is not', () => {
  expect(azureFound(subnetWithoutGroup, subnet('models', {}))).toEqual([
    'Microsoft.Network/virtualNetworks/subnets/v/models networkSecurityGroup',
  ]);
  expect(azureFound(subnetWithoutGroup, subnet('models', { networkSecurityGroup: { id: 'g' } }))).toEqual([]);
  expect(azureFound(subnetWithoutGroup, subnet('GatewaySubnet', {}))).toEqual([]);
});

test('subnets inside of a network are judged too', () => {
  const network = (properties: object) => [
    { type: 'Microsoft.Network/virtualNetworks', name: 'v', properties: { subnets: [{ name: 'models', properties }] } },
  ];
  expect(azureFound(subnetWithoutGroup, network({}))).toEqual([
    'Microsoft.Network/virtualNetworks/v subnets.0.networkSecurityGroup',
  ]);
  expect(azureFound(subnetWithoutGroup, network({ networkSecurityGroup: { id: 'g' } }))).toEqual([]);
});

test('a subnet whose group is set apart from its network has no finding', () => {
  const network = {
    type: 'Microsoft.Network/virtualNetworks',
    name: 'v',
    properties: { subnets: [{ name: 'models' }] },
  };
  const apart = subnet('models', { networkSecurityGroup: { id: 'g' } });
  expect(azureFound(subnetWithoutGroup, [network, ...apart])).toEqual([]);
});
