import { azureIdName, parseAzureId, resolve } from '../../../lib/platform';
import { platformWith } from '../../helpers/spec-mistakes';

const subscription = '00000000-0000-4000-8000-0000000000a1';
const group = `/subscriptions/${subscription}/resourceGroups/rg-hub`;
const of = (type: string, ...names: readonly string[]): string => {
  const [namespace = '', ...types] = type.split('/');
  return [`${group}/providers`, namespace, ...types.flatMap((part, index) => [part, names[index] ?? ''])].join('/');
};
const virtualNetworkId = of('Microsoft.Network/virtualNetworks', 'vnet');
const privateEndpointSubnetId = `${virtualNetworkId}/subnets/pe`;
const target = {
  tenant: '00000000-0000-4000-8000-000000000001',
  subscription: '00000000-0000-4000-8000-0000000000d1',
  location: 'swedencentral',
};
const network = { virtualNetworkId, privateEndpointSubnetId };

function issuesOf(azure: unknown): readonly string[] {
  return resolve(platformWith(['environments/dev/azure', azure])).issues.map(
    ({ code, path }) => `${code} ${path.replace('environments.dev.azure.', '')}`,
  );
}

test.each<[title: string, fields: Readonly<Record<string, unknown>>, issues: readonly string[]]>([
  ['a network', {}, []],
  ['zones of a hub', { dns: { records: 'zones', zonesIn: group } }, []],
  ['zones by policy', { dns: { records: 'policy' } }, []],
  [
    'everything',
    {
      logs: { workspaceId: of('Microsoft.OperationalInsights/workspaces', 'log') },
      keyVault: { id: of('Microsoft.KeyVault/vaults', 'kv') },
      registry: { id: of('microsoft.containerregistry/REGISTRIES', 'cr') },
      mlRegistry: { id: of('Microsoft.MachineLearningServices/registries', 'mlr') },
      alerts: { actionGroupId: of('microsoft.insights/actionGroups', 'ag') },
    },
    [],
  ],
  ['no place of the zones', { dns: { records: 'zones' } }, ['NoDnsZones dns.zonesIn']],
  ['one zone as the place', { dns: { records: 'zones', zonesIn: virtualNetworkId } }, ['InvalidAzureId dns.zonesIn']],
  ['a place that has no effect', { dns: { records: 'policy', zonesIn: group } }, ['UnusedNetworkField dns.zonesIn']],
  [
    'names in place of ids, each reported',
    {
      network: { virtualNetworkId: 'vnet', privateEndpointSubnetId: 'vnet/subnets/pe' },
      logs: { workspaceId: 'log' },
      keyVault: { id: of('Microsoft.KeyVault/managedHSMs', 'kv') },
      registry: { id: group },
      mlRegistry: { id: `${of('Microsoft.MachineLearningServices/registries', 'mlr')}/` },
      alerts: { actionGroupId: of('Microsoft.Insights/components', 'ag') },
    },
    [
      'InvalidAzureId network.virtualNetworkId',
      'InvalidAzureId network.privateEndpointSubnetId',
      'InvalidAzureId logs.workspaceId',
      'InvalidAzureId keyVault.id',
      'InvalidAzureId registry.id',
      'InvalidAzureId mlRegistry.id',
      'InvalidAzureId alerts.actionGroupId',
    ],
  ],
  [
    'a subnet of another network',
    { network: { ...network, virtualNetworkId: of('Microsoft.Network/virtualNetworks', 'vnet2') } },
    ['InvalidAzureId network.privateEndpointSubnetId'],
  ],
  ['a mix', { cidr: '10.99.0.0/16' }, ['TwoNetworks network']],
])('%s', (_title, fields, expected) => {
  expect(issuesOf({ ...target, network, ...fields })).toEqual(expected);
});

test.each<[title: string, fields: Readonly<Record<string, unknown>>, issues: readonly string[]]>([
  ['a hub', { hub: { virtualNetworkId } }, []],
  [
    'its gateway and servers',
    { hub: { virtualNetworkId, useGateway: true, dnsServers: ['10.0.0.4'] }, dns: { records: 'policy' } },
    [],
  ],
  ['a name', { hub: { virtualNetworkId: 'vnet' } }, ['InvalidAzureId hub.virtualNetworkId']],
  ['servers that see no zone', { hub: { virtualNetworkId, dnsServers: ['10.0.0.4'] } }, ['NoDnsZones dns']],
  [
    'servers by name, and twice',
    {
      hub: { virtualNetworkId, dnsServers: ['dns.example', '10.0.0.4', '10.0.0.4', '10.0.0.256'] },
      dns: { records: 'policy' },
    },
    ['InvalidDnsServer hub.dnsServers[0]', 'InvalidDnsServer hub.dnsServers[3]', 'RepeatedEntry hub.dnsServers[2]'],
  ],
])('%s', (_title, fields, expected) => {
  expect(issuesOf({ ...target, cidr: '10.99.0.0/16', ...fields })).toEqual(expected);
});

const key = {
  keyUri: 'https://kv-acme.vault.azure.net/keys/llm',
  identityId: of('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-keys'),
  identityClientId: '00000000-0000-4000-8000-0000000000c1',
};

test.each<[fields: Readonly<Record<string, unknown>>, issues: readonly string[]]>([
  [{}, []],
  [{ keyUri: `${key.keyUri}/${'0a'.repeat(16)}` }, []],
  [{ keyUri: 'https://kv-acme.vault.azure.net/secrets/llm' }, ['InvalidGivenName encryption.keyUri']],
  [{ keyUri: `${key.keyUri}/latest` }, ['InvalidGivenName encryption.keyUri']],
  [
    { identityId: 'id-keys', identityClientId: 'id-keys' },
    ['InvalidAzureId encryption.identityId', 'InvalidUuid encryption.identityClientId'],
  ],
])('a key with %j', (fields, expected) => {
  expect(issuesOf({ ...target, network, encryption: { ...key, ...fields } })).toEqual(expected);
});

test('a second location is another one, and blobs are replicated where both registries are given', () => {
  const own = { ...target, cidr: '10.99.0.0/16' };
  expect(issuesOf({ ...own, standby: { location: 'germanywestcentral' } })).toEqual([]);
  expect(issuesOf({ ...own, standby: { location: 'swedencentral' } })).toEqual(['StandbyInPlace standby.location']);
  const registries = {
    registry: { id: of('Microsoft.ContainerRegistry/registries', 'cr') },
    mlRegistry: { id: of('Microsoft.MachineLearningServices/registries', 'mlr') },
  };
  expect(issuesOf({ ...own, ...registries, standby: { location: 'germanywestcentral' } })).toEqual([]);
});

test('a hub beside a given network has no effect', () => {
  expect(issuesOf({ ...target, network, hub: { virtualNetworkId } })).toEqual(['UnusedNetworkField hub']);
});

test('Azure does not tell capitals, so a subnet is in its network however both are written', () => {
  const upper = privateEndpointSubnetId.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions');
  expect(issuesOf({ ...target, network: { ...network, privateEndpointSubnetId: upper } })).toEqual([]);
});

test('the id of a resource is read by its parts', () => {
  expect(parseAzureId(privateEndpointSubnetId)).toEqual({
    subscription,
    resourceGroup: 'rg-hub',
    type: 'Microsoft.Network/virtualNetworks/subnets',
    names: ['vnet', 'pe'],
  });
  expect(parseAzureId(group)).toMatchObject({ resourceGroup: 'rg-hub', type: '', names: [] });
  expect(azureIdName(privateEndpointSubnetId)).toBe('pe');
  for (const text of ['', 'vnet', `${group}/`, `${group}/providers/Microsoft.Network`, `${virtualNetworkId}/subnets`]) {
    expect(parseAzureId(text)).toBeUndefined();
  }
});
