import { privateEndpointMissing } from '../../../../../../lib/review/rules/azure/network/private-endpoint-missing';
import { azureFound } from '../../../../../helpers/azure-found';

const vault = (name: string, publicNetworkAccess = 'Disabled') => ({
  type: 'Microsoft.KeyVault/vaults',
  name,
  properties: { publicNetworkAccess },
});
const endpoint = (name: string) => ({
  type: 'Microsoft.Network/privateEndpoints',
  name: `${name}-pe`,
  properties: {
    privateLinkServiceConnections: [
      { name, properties: { privateLinkServiceId: `[resourceId('Microsoft.KeyVault/vaults', '${name}')]` } },
    ],
  },
});

test('a closed service without an endpoint is found where others have one', () => {
  expect(azureFound(privateEndpointMissing, [vault('a'), vault('b'), endpoint('a')])).toEqual([
    'Microsoft.KeyVault/vaults/b',
  ]);
  expect(azureFound(privateEndpointMissing, [vault('a'), vault('b', 'Enabled'), endpoint('a')])).toEqual([]);
});

test('an endpoint in another deployment is not known', () => {
  expect(azureFound(privateEndpointMissing, [vault('a')])).toEqual([]);
});

test('an endpoint that names the service by its id is one', () => {
  const named = {
    type: 'Microsoft.Network/privateEndpoints',
    name: 'pe',
    properties: {
      privateLinkServiceConnections: [{ properties: { privateLinkServiceId: '/subscriptions/s/vaults/a' } }],
    },
  };
  expect(azureFound(privateEndpointMissing, [vault('a'), named])).toEqual([]);
});

test('a database says with its network that it is closed, and needs no endpoint in a subnet of its own', () => {
  const type = 'Microsoft.DBforPostgreSQL/flexibleServers';
  const server = (network: object) => ({ type, name: 'db', properties: { network } });
  const closed = { publicNetworkAccess: 'Disabled' };
  expect(azureFound(privateEndpointMissing, [server(closed), vault('a'), endpoint('a')])).toEqual([`${type}/db`]);
  const inside = { ...closed, delegatedSubnetResourceId: '/subnets/a' };
  expect(azureFound(privateEndpointMissing, [server(inside), vault('a'), endpoint('a')])).toEqual([]);
});

test('an endpoint that names the service by its expression is one', () => {
  const named = (account: string) => ({
    type: 'Microsoft.Network/privateEndpoints',
    name: 'pe',
    properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: account } }] },
  });
  const service = vault("[concat('kv', uniqueString(resourceGroup().id))]");
  const id = "[subscriptionResourceId('Microsoft.KeyVault/vaults', concat('kv', uniqueString(resourceGroup().id)))]";
  expect(azureFound(privateEndpointMissing, [service, named(id)])).toEqual([]);
  expect(azureFound(privateEndpointMissing, [service, named(id.replace("'kv'", "'other'"))])).toHaveLength(1);
});
