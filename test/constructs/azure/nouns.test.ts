import { ResourceGroup } from '@pulumi/azure-native/resources';
import { KeyVault, PrivateEndpoint, resourceTags, StorageAccount, WorkloadIdentity } from '../../../constructs/azure';
import { landingZone, onlyOfType, recordProgram, resourcesOf } from '../../helpers/azure-recording';

const vault = {
  vaultName: 'kv-example',
  tenantId: '00000000-0000-4000-8000-000000000001',
  softDeleteRetentionInDays: 30,
};

test('a private endpoint is the endpoint and one DNS zone group', async () => {
  const recording = await recordProgram(
    () =>
      new PrivateEndpoint('search', {
        privateEndpointName: 'srch-pe',
        privateLinkServiceId: '/services/search',
        groupId: 'searchService',
        privateDnsZones: ['privatelink.search.windows.net'],
        landingZone: landingZone(),
      }),
  );
  expect(resourcesOf(recording)).toEqual([
    'network:PrivateDnsZoneGroup search-zone-group',
    'network:PrivateEndpoint search-endpoint',
  ]);
  const endpoint = onlyOfType(recording, 'azure-native:network:PrivateEndpoint');
  expect(endpoint.replaceOnChanges).toEqual(['subnet']);
  expect(endpoint.inputs).toMatchObject({
    privateEndpointName: 'srch-pe',
    subnet: { id: '/subscriptions/example/subnets/private-endpoints' },
    privateLinkServiceConnections: [
      { name: 'srch-pe', groupIds: ['searchService'], privateLinkServiceId: '/services/search' },
    ],
  });
  expect(onlyOfType(recording, 'azure-native:network:PrivateDnsZoneGroup').inputs).toMatchObject({
    privateEndpointName: 'srch-pe',
    privateDnsZoneConfigs: [{ privateDnsZoneId: '/zones/privatelink.search.windows.net' }],
  });
});

test('a key vault brings its endpoint, its logs and, where data is retained, its lock', async () => {
  const destroyed = await recordProgram(() => new KeyVault('vault', { ...vault, landingZone: landingZone() }));
  expect(resourcesOf(destroyed)).toEqual([
    'keyvault:Vault vault-vault',
    'monitor:DiagnosticSetting vault-diagnostics',
    'network:PrivateDnsZoneGroup vault-private-zone-group',
    'network:PrivateEndpoint vault-private-endpoint',
  ]);
  const retained = await recordProgram(
    () => new KeyVault('vault', { ...vault, landingZone: landingZone({ dataRetention: 'retain' }) }),
  );
  expect(resourcesOf(retained)).toEqual(
    [...resourcesOf(destroyed), 'authorization:ManagementLockByScope vault-lock'].toSorted(),
  );
});

test('two of a kind live in one stack', async () => {
  const recording = await recordProgram(() => {
    new StorageAccount('first', { accountName: 'stfirst', skuName: 'Standard_LRS', landingZone: landingZone() });
    new StorageAccount('second', { accountName: 'stsecond', skuName: 'Standard_ZRS', landingZone: landingZone() });
  });
  expect(recording.problems).toEqual([]);
  expect(resourcesOf(recording)).toHaveLength(12);
});

test('a grant gives one identity one role on one resource', async () => {
  const recording = await recordProgram(() => {
    const identity = new WorkloadIdentity('workload', {
      resourceName: 'id-example',
      resourceGroupName: 'rg-example',
      location: 'swedencentral',
    });
    new KeyVault('vault', { ...vault, landingZone: landingZone() }).grants.secretsUse('vault-workload', identity);
  });
  const { urn: vaultUrn } = onlyOfType(recording, 'azure-native:keyvault:Vault');
  const { urn: identityUrn } = onlyOfType(recording, 'azure-native:managedidentity:UserAssignedIdentity');
  const assignment = onlyOfType(recording, 'azure-native:authorization:RoleAssignment');
  expect(assignment.name).toBe('vault-workload-key-vault-secrets-user');
  expect(assignment.inputs).toEqual({
    roleAssignmentName: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    principalId: `\${${identityUrn}#principalId}`,
    principalType: 'ServicePrincipal',
    roleDefinitionId:
      '/subscriptions/00000000-0000-4000-8000-0000000000d1/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6',
    scope: `\${${vaultUrn}#id}`,
  });
});

test('a tag of the resource itself wins over one of the platform', async () => {
  const recording = await recordProgram(
    () =>
      new ResourceGroup(
        'group',
        { tags: { team: 'own' } },
        { transformations: [resourceTags({ team: 'platform', owner: 'platform' })] },
      ),
  );
  expect(onlyOfType(recording, 'azure-native:resources:ResourceGroup').inputs['tags']).toEqual({
    team: 'own',
    owner: 'platform',
  });
});
