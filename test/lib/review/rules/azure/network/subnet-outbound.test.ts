import { subnetOutbound } from '../../../../../../lib/review/rules/azure/network/subnet-outbound';
import { azureCases } from '../../../../../helpers/azure-cases';
import { azureFound } from '../../../../../helpers/azure-found';

azureCases(subnetOutbound, {
  type: 'Microsoft.Network/virtualNetworks/subnets',
  right: { properties: { defaultOutboundAccess: false } },
  wrong: { 'properties.defaultOutboundAccess': [true, undefined] },
});

azureCases(subnetOutbound, {
  type: 'Microsoft.Network/virtualNetworks',
  right: { properties: { subnets: [{ properties: { defaultOutboundAccess: false } }] } },
  wrong: { 'properties.subnets.0.properties.defaultOutboundAccess': [true, undefined] },
});

const subnet = (name: string, properties: object) => ({
  type: 'Microsoft.Network/virtualNetworks/subnets',
  name: `v/${name}`,
  properties,
});

test.each([
  ['models', {}, 1],
  ['models', { natGateway: { id: 'n' } }, 0],
  ['models', { delegations: [{ properties: { serviceName: 'Microsoft.App/environments' } }] }, 0],
  ['models', { delegations: [] }, 1],
  ['AzureBastionSubnet', {}, 0],
])(
  'the subnet %s with %j has %i findings: the address of Azure is used by machines without other egress',
  (name, properties, findings) => {
    expect(azureFound(subnetOutbound, [subnet(name, properties)])).toHaveLength(findings);
  },
);

test('a subnet that is a resource too is judged once', () => {
  const network = {
    type: 'Microsoft.Network/virtualNetworks',
    name: 'v',
    properties: { subnets: [{ name: 'models' }] },
  };
  const found = azureFound(subnetOutbound, [network, subnet('models', { defaultOutboundAccess: false })]);
  expect(found).toEqual([]);
  expect(azureFound(subnetOutbound, [network, subnet('other', { defaultOutboundAccess: false })])).toHaveLength(1);
});
