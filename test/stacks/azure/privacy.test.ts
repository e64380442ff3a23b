import type { Recording } from '../../../lib/graph';
import { settledPlan } from '../../helpers/azure-plan-fixture';
import { recordEnvironment } from '../../helpers/azure-platform';
import { ofType, referringTo } from '../../helpers/azure-recording';
import { at } from '../../helpers/json-path';

/** What must hold of every resource of a type that has a data plane. */
const postureOf: Readonly<Record<string, object>> = {
  // Open to identities with a role: a deployment writes keys by way of Azure Resource Manager.
  'appconfiguration:ConfigurationStore': {
    disableLocalAuth: true,
    dataPlaneProxy: { authenticationMode: 'Pass-through', privateLinkDelegation: 'Disabled' },
  },
  'applicationinsights:Component': {
    disableLocalAuth: true,
    publicNetworkAccessForIngestion: 'Disabled',
    publicNetworkAccessForQuery: 'Disabled',
  },
  'cognitiveservices:Account': {
    identity: { type: 'SystemAssigned' },
    properties: {
      disableLocalAuth: true,
      publicNetworkAccess: 'Disabled',
      networkAcls: { defaultAction: 'Deny' },
      restrictOutboundNetworkAccess: true,
      allowedFqdnList: [],
      customSubDomainName: 'oai-support-prod',
    },
  },
  'cognitiveservices:Deployment': { properties: { versionUpgradeOption: 'NoAutoUpgrade' } },
  'containerregistry:Registry': {
    sku: { name: 'Premium' },
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    publicNetworkAccess: 'Disabled',
    policies: { exportPolicy: { status: 'disabled' } },
  },
  'keyvault:Vault': {
    properties: {
      enableRbacAuthorization: true,
      enablePurgeProtection: true,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      publicNetworkAccess: 'Disabled',
      networkAcls: { defaultAction: 'Deny' },
    },
  },
  'machinelearningservices:OnlineDeployment': { properties: { egressPublicNetworkAccess: 'Disabled' } },
  'machinelearningservices:OnlineEndpoint': { properties: { authMode: 'AADToken', publicNetworkAccess: 'Disabled' } },
  'machinelearningservices:Registry': { publicNetworkAccess: 'Disabled' },
  'machinelearningservices:Workspace': {
    publicNetworkAccess: 'Disabled',
    v1LegacyMode: false,
    systemDatastoresAuthMode: 'Identity',
    managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' },
  },
  'monitor:PrivateLinkScope': {
    accessModeSettings: { ingestionAccessMode: 'PrivateOnly', queryAccessMode: 'PrivateOnly' },
  },
  'network:Subnet': { defaultOutboundAccess: false, privateEndpointNetworkPolicies: 'Enabled' },
  'operationalinsights:Workspace': {
    features: { disableLocalAuth: true },
    publicNetworkAccessForIngestion: 'Disabled',
    publicNetworkAccessForQuery: 'Disabled',
  },
  'search:Service': {
    disableLocalAuth: true,
    publicNetworkAccess: 'Disabled',
    networkRuleSet: { bypass: 'None' },
    dataExfiltrationProtections: ['BlockAll'],
    semanticSearch: 'free',
  },
  'storage:BlobContainer': { publicAccess: 'None' },
  'storage:StorageAccount': {
    allowSharedKeyAccess: false,
    allowBlobPublicAccess: false,
    allowCrossTenantReplication: false,
    enableHttpsTrafficOnly: true,
    minimumTlsVersion: 'TLS1_2',
    publicNetworkAccess: 'Disabled',
    networkRuleSet: { defaultAction: 'Deny' },
    encryption: { requireInfrastructureEncryption: true },
  },
};

/** Types without a data plane. */
const plumbing: ReadonlySet<string> = new Set([
  'appconfiguration:KeyValue',
  'authorization:ManagementLockByScope',
  'authorization:RoleAssignment',
  'authorization:RoleDefinition',
  'cognitiveservices:RaiPolicy',
  'machinelearningservices:EnvironmentContainer',
  'machinelearningservices:EnvironmentVersion',
  'machinelearningservices:ManagedNetworkSettingsRule',
  'managedidentity:FederatedIdentityCredential',
  'managedidentity:UserAssignedIdentity',
  'monitor:DiagnosticSetting',
  'monitor:PrivateLinkScopedResource',
  'network:NetworkSecurityGroup',
  'network:PrivateDnsZoneGroup',
  'network:PrivateEndpoint',
  'network:VirtualNetwork',
  'privatedns:PrivateZone',
  'privatedns:VirtualNetworkLink',
  'resources:ResourceGroup',
  'storage:BlobServiceProperties',
]);

/** Groups of the private endpoints that lead to each type. */
const privateEndpoints: Readonly<Record<string, string | readonly string[]>> = {
  'appconfiguration:ConfigurationStore': 'configurationStores',
  'cognitiveservices:Account': 'account',
  'containerregistry:Registry': 'registry',
  'keyvault:Vault': 'vault',
  'machinelearningservices:Registry': 'amlregistry',
  'machinelearningservices:Workspace': 'amlworkspace',
  'monitor:PrivateLinkScope': 'azuremonitor',
  'search:Service': 'searchService',
  'storage:StorageAccount': ['blob', 'file'],
};

const logged = [
  'appconfiguration:ConfigurationStore',
  'cognitiveservices:Account',
  'containerregistry:Registry',
  'keyvault:Vault',
  'machinelearningservices:OnlineEndpoint',
  'machinelearningservices:Registry',
  'machinelearningservices:Workspace',
  'network:NetworkSecurityGroup',
  'network:VirtualNetwork',
  'operationalinsights:Workspace',
  'search:Service',
  'storage:StorageAccount',
];

/** The workspace of the logs, as the stages after the first name it. */
const plannedWorkspace =
  '/subscriptions/00000000-0000-4000-8000-0000000000d1/resourceGroups/rg-support-prod/providers/Microsoft.OperationalInsights/workspaces/log-support-prod';

let recording: Recording;

beforeAll(async () => {
  recording = await recordEnvironment(settledPlan('prod'));
});

test('every type has a required posture or is known to have no data plane', () => {
  const types = new Set(recording.registrations.flatMap(({ custom, type }) => (custom ? [short(type)] : [])));
  expect([...types].toSorted()).toEqual([...Object.keys(postureOf), ...plumbing].toSorted());
});

test.each(Object.entries(postureOf))('%s is private, keyless and closed', (type, posture) => {
  const resources = ofType(recording, long(type));
  expect(resources.length).toBeGreaterThan(0);
  for (const { inputs } of resources) expect(inputs).toMatchObject(posture);
});

test.each(Object.entries(privateEndpoints))(
  '%s is reached through a private endpoint with a DNS zone',
  (type, groups) => {
    for (const { urn } of ofType(recording, long(type))) {
      const endpoints = referringTo(recording, urn).filter((other) => short(other.type) === 'network:PrivateEndpoint');
      expect(
        endpoints.flatMap(({ inputs }) => at(inputs, 'privateLinkServiceConnections', 0, 'groupIds')).toSorted(),
      ).toEqual([groups].flat());
      for (const endpoint of endpoints) {
        expect(endpoint.replaceOnChanges).toEqual(['subnet']);
        const zoneGroups = recording.registrations.filter(
          ({ type: other, dependencies }) =>
            short(other) === 'network:PrivateDnsZoneGroup' && dependencies.includes(endpoint.urn),
        );
        expect(zoneGroups).toHaveLength(1);
        expect(JSON.stringify(zoneGroups[0]?.inputs['privateDnsZoneConfigs'])).toContain('privatelink');
      }
    }
  },
);

test.each(logged)('%s sends its logs to the workspace of the environment', (type) => {
  const [workspace] = ofType(recording, 'azure-native:operationalinsights:Workspace');
  for (const { urn } of ofType(recording, long(type))) {
    const settings = referringTo(recording, urn).filter((other) => short(other.type) === 'monitor:DiagnosticSetting');
    expect(settings.length).toBeGreaterThan(0);
    const sameStage = `\${${workspace?.urn ?? ''}#id}`;
    for (const { inputs } of settings) expect([sameStage, plannedWorkspace]).toContain(inputs['workspaceId']);
  }
});

test('no message of a conversation is sent to the logs by the serving container', () => {
  const categories = ofType(recording, 'azure-native:monitor:DiagnosticSetting').flatMap(
    ({ inputs }) => inputs['logs'],
  );
  expect(JSON.stringify(categories)).not.toContain('Console');
});

test('every role is one of the least and says what kind of principal has it', () => {
  const broad = [
    '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  ];
  const assignments = ofType(recording, 'azure-native:authorization:RoleAssignment');
  const names = assignments.map(({ inputs }) => inputs['roleAssignmentName']);
  expect(assignments.length).toBeGreaterThan(10);
  expect(new Set(names).size).toBe(names.length);
  for (const { inputs } of assignments) {
    expect(inputs['principalType']).toBe('ServicePrincipal');
    // A stage that the plan gives no key would grant to nobody.
    expect(inputs['principalId']).toMatch(/^\$\{/);
    expect(broad.some((id) => String(inputs['roleDefinitionId']).endsWith(id))).toBe(false);
  }
});

test('only the workspace, which approves its private endpoints, has a role above a single resource', () => {
  const wide = ofType(recording, 'azure-native:authorization:RoleAssignment').filter(({ inputs }) =>
    /\/resourceGroups\/[^/]+$/.test(String(inputs['scope'])),
  );
  expect(wide.map(({ name }) => name)).toEqual(['ml-workspace-azure-ai-enterprise-network-connection-approver']);
});

function short(type: string): string {
  return type.replace(/^azure-native:/, '');
}

function long(type: string): string {
  return `azure-native:${type}`;
}
