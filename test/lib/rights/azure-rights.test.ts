import { azureOperations, unverifiedAzureActions } from '../../../lib/constraints/iam/azure/operations';
import type { ResourceNode } from '../../../lib/graph';
import { azureRights } from '../../../lib/rights';

const subscription = '00000000-0000-4000-8000-000000000001';

function node(type: string, properties: ResourceNode['properties'] = {}, address = type): ResourceNode {
  return {
    environment: 'dev',
    cloud: 'azure',
    stack: 'initialization',
    address,
    type: `azure-native:${type}`,
    properties,
    dependsOn: [],
    stateful: false,
    retained: false,
  };
}

function rightsOf(nodes: readonly ResourceNode[]) {
  const found = azureRights({ nodes, subscription, platform: 'notes', environment: 'dev' });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

test('a role has the operations of the types that are registered, and no others', () => {
  const { role, providers } = rightsOf([node('keyvault:Vault'), node('storage:BlobServiceProperties')]);
  expect(role.Actions).toEqual([
    'Microsoft.KeyVault/vaults/delete',
    'Microsoft.KeyVault/vaults/read',
    'Microsoft.KeyVault/vaults/write',
    'Microsoft.Storage/storageAccounts/blobServices/read',
    'Microsoft.Storage/storageAccounts/blobServices/write',
  ]);
  expect(role.AssignableScopes).toEqual([`/subscriptions/${subscription}`]);
  expect(providers).toEqual(['Microsoft.KeyVault', 'Microsoft.Storage']);
});

test('key values are data', () => {
  const { role } = rightsOf([node('appconfiguration:KeyValue')]);
  expect(role.Actions).toEqual([]);
  expect(role.DataActions).toContain('Microsoft.AppConfiguration/configurationStores/keyValues/write');
});

test('a private endpoint joins its subnet and approves the connection of its target', () => {
  const { role } = rightsOf([
    node('keyvault:Vault', {}, 'urn:vault'),
    node('search:Service', {}, 'urn:search'),
    node('network:Subnet', {}, 'urn:subnet'),
    node('network:PrivateEndpoint', { subnet: { id: '${urn:subnet#id}' }, target: '${urn:vault#id}' }, 'urn:endpoint'),
  ]);
  expect(role.Actions.filter((action) => action.endsWith('/action'))).toEqual([
    'Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action',
    'Microsoft.Network/networkSecurityGroups/join/action',
    'Microsoft.Network/virtualNetworks/subnets/join/action',
  ]);
});

test('only roles that the platform assigns may be assigned, and only to workload identities', () => {
  const roleDefinitionId = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${reader}`;
  const { condition } = rightsOf([node('authorization:RoleAssignment', { roleDefinitionId })]);
  expect(condition.match(/GuidEquals \{([^}]*)\}/g)).toEqual([`GuidEquals {${reader}}`, `GuidEquals {${reader}}`]);
  expect(condition).toContain(
    "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}",
  );
});

test('types without known operations are issues of one run', () => {
  const found = azureRights({
    nodes: [node('acme:One'), node('keyvault:Vault'), node('acme:Two')],
    subscription,
    platform: 'notes',
    environment: 'dev',
  });
  expect(found.issues.map(({ code, got }) => [code, got])).toEqual([
    ['RightsNotNarrowed', 'azure-native:acme:One'],
    ['RightsNotNarrowed', 'azure-native:acme:Two'],
  ]);
});

test('no type has a wildcard, and what is unverified is an action of a type', () => {
  const all = Object.values(azureOperations).flatMap(({ type, also = [] }) => [
    ...['read', 'write', 'delete'].map((operation) => `${type}/${operation}`),
    `${type}/privateEndpointConnectionsApproval/action`,
    ...also,
  ]);
  expect(all.filter((action) => action.includes('*'))).toEqual([]);
  expect([...unverifiedAzureActions].filter((action) => !all.includes(action))).toEqual([]);
});
