import { MlWorkspace } from '../../../../constructs/azure/workspace/ml-workspace';
import type { Recording } from '../../../../lib/graph';
import {
  diagnosticsOf,
  inputsOf,
  landingZone,
  ofType,
  onlyOfType,
  privateAccess,
  recordProgram,
  retentionOf,
  rolesOf,
  waitsFor,
} from '../../../helpers/azure-recording';

const outboundRule = 'azure-native:machinelearningservices:ManagedNetworkSettingsRule';

function recordWorkspace(monitorScopeId?: string, imageBuildCompute?: string): Promise<Recording> {
  return recordProgram(
    () =>
      new MlWorkspace('workspace', {
        workspaceName: 'mlw-example',
        keyVaultId: '/vaults/example',
        storageAccountId: '/accounts/example',
        containerRegistryId: '/registries/example',
        applicationInsightsId: '/components/example',
        monitorScopeId,
        ...(imageBuildCompute === undefined ? {} : { imageBuildCompute }),
        landingZone: landingZone({ dataRetention: 'retain' }),
      }),
  );
}

let recording: Recording;
beforeAll(async () => {
  recording = await recordWorkspace('/scopes/example');
});

test('is private, uses identities for its data, and reaches approved targets only', () => {
  expect(inputsOf(recording, 'machinelearningservices:Workspace')).toMatchObject({
    workspaceName: 'mlw-example',
    identity: { type: 'SystemAssigned' },
    publicNetworkAccess: 'Disabled',
    systemDatastoresAuthMode: 'Identity',
    v1LegacyMode: false,
    managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' },
    provisionNetworkNow: true,
  });
});

test('uses the vault, storage, registry and telemetry of the environment', () => {
  expect(inputsOf(recording, 'machinelearningservices:Workspace')).toMatchObject({
    keyVault: '/vaults/example',
    storageAccount: '/accounts/example',
    containerRegistry: '/registries/example',
    applicationInsights: '/components/example',
  });
});

test('is reached privately and sends its logs', () => {
  expect(privateAccess(recording)).toEqual({
    name: 'mlw-example-pe',
    target: '${workspace-workspace#id}',
    groupIds: ['amlworkspace'],
    zones: ['/zones/privatelink.api.azureml.ms', '/zones/privatelink.notebooks.azure.net'],
  });
  expect(diagnosticsOf(recording)).toEqual([['${workspace-workspace#id}', ['allLogs']]]);
});

test('may approve private endpoints in its resource group and has no other role', () => {
  expect(rolesOf(recording)).toEqual([
    {
      name: 'workspace-azure-ai-enterprise-network-connection-approver',
      role: 'Azure AI Enterprise Network Connection Approver',
      principalId: '${workspace-workspace#identity.principalId}',
      scope: '/subscriptions/00000000-0000-4000-8000-0000000000d1/resourceGroups/rg-example',
    },
  ]);
});

test('reaches Azure Monitor once it may approve private endpoints', () => {
  const [rule, ...more] = ofType(recording, outboundRule);
  expect(more).toEqual([]);
  expect(rule?.inputs).toMatchObject({
    ruleName: 'monitor',
    properties: { destination: { serviceResourceId: '/scopes/example', subresourceTarget: 'azuremonitor' } },
  });
  const approver = onlyOfType(recording, 'azure-native:authorization:RoleAssignment');
  expect(rule === undefined ? undefined : waitsFor(recording, rule, approver)).toBe(true);
});

test('has no outbound rule without a private link scope', async () => {
  expect(ofType(await recordWorkspace(), outboundRule)).toEqual([]);
});

test('sees the private endpoints of its storage, which the studio reads through', async () => {
  const seeing = await recordProgram(
    () =>
      new MlWorkspace('workspace', {
        workspaceName: 'mlw-example',
        keyVaultId: '/vaults/example',
        storageAccountId: '/accounts/example',
        storageEndpointIds: { blob: '/endpoints/blob', file: '/endpoints/file' },
        containerRegistryId: '/registries/example',
        applicationInsightsId: '/components/example',
        landingZone: landingZone(),
      }),
  );
  expect(
    rolesOf(seeing)
      .filter(({ role }) => role === 'Reader')
      .map(({ scope }) => scope),
  ).toEqual(['/endpoints/blob', '/endpoints/file']);
});

test('builds images on a compute where there is one, and nowhere else', async () => {
  const build = (of: Recording) => inputsOf(of, 'machinelearningservices:Workspace')['imageBuildCompute'];
  expect([build(recording), build(await recordWorkspace(undefined, 'cpu-builder'))]).toEqual([
    undefined,
    'cpu-builder',
  ]);
});

test('is protected when data is retained', () => {
  expect(retentionOf(recording, 'machinelearningservices:Workspace')).toEqual({
    protect: true,
    retainOnDelete: true,
    locked: [],
  });
});
