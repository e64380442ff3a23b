/*
 * The names of the actions are those of each resource provider, as the documentation lists them:
 * https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations, read 2026-11-30.
 */

/** What a role must allow so that a resource type can be deployed, changed and deleted. */
export interface AzureOperations {
  /** Type of Azure Resource Manager, with its namespace. */
  readonly type: string;
  /** @default - read, write and delete */
  readonly operations?: readonly ('read' | 'write' | 'delete')[];
  /** Whether its operations are data actions. @default false */
  readonly data?: true;
  /** Actions on other resources, such as joining a subnet. @default - none */
  readonly also?: readonly string[];
}

const ml = 'Microsoft.MachineLearningServices/workspaces';
const network = 'Microsoft.Network';
const identity = 'Microsoft.ManagedIdentity/userAssignedIdentities';

/** By type of azure-native, without its prefix. */
export const azureOperations: Readonly<Record<string, AzureOperations>> = {
  'appconfiguration:ConfigurationStore': { type: 'Microsoft.AppConfiguration/configurationStores' },
  'appconfiguration:KeyValue': { type: 'Microsoft.AppConfiguration/configurationStores/keyValues', data: true },
  'applicationinsights:Component': { type: 'Microsoft.Insights/components' },
  'authorization:ManagementLockByScope': { type: 'Microsoft.Authorization/locks' },
  'authorization:RoleAssignment': { type: 'Microsoft.Authorization/roleAssignments' },
  'authorization:RoleDefinition': { type: 'Microsoft.Authorization/roleDefinitions' },
  'cognitiveservices:Account': { type: 'Microsoft.CognitiveServices/accounts' },
  'cognitiveservices:Deployment': { type: 'Microsoft.CognitiveServices/accounts/deployments' },
  'cognitiveservices:RaiPolicy': { type: 'Microsoft.CognitiveServices/accounts/raiPolicies' },
  'consumption:Budget': { type: 'Microsoft.Consumption/budgets' },
  'containerregistry:Registry': { type: 'Microsoft.ContainerRegistry/registries' },
  'keyvault:Vault': { type: 'Microsoft.KeyVault/vaults' },
  'machinelearningservices:EnvironmentContainer': { type: `${ml}/environments` },
  'machinelearningservices:EnvironmentVersion': { type: `${ml}/environments/versions` },
  'machinelearningservices:ManagedNetworkSettingsRule': { type: `${ml}/outboundRules` },
  'machinelearningservices:OnlineDeployment': { type: `${ml}/onlineEndpoints/deployments` },
  'machinelearningservices:OnlineEndpoint': { type: `${ml}/onlineEndpoints`, also: [`${identity}/assign/action`] },
  'machinelearningservices:Registry': { type: 'Microsoft.MachineLearningServices/registries' },
  'machinelearningservices:Workspace': { type: ml },
  'managedidentity:FederatedIdentityCredential': { type: `${identity}/federatedIdentityCredentials` },
  'managedidentity:UserAssignedIdentity': { type: identity },
  'monitor:ActionGroup': { type: 'Microsoft.Insights/actionGroups' },
  'monitor:AutoscaleSetting': { type: 'Microsoft.Insights/autoscaleSettings' },
  'monitor:DiagnosticSetting': {
    type: 'Microsoft.Insights/diagnosticSettings',
    also: ['Microsoft.OperationalInsights/workspaces/sharedKeys/action'],
  },
  'monitor:MetricAlert': { type: 'Microsoft.Insights/metricAlerts' },
  'monitor:PrivateLinkScope': { type: 'Microsoft.Insights/privateLinkScopes' },
  'monitor:PrivateLinkScopedResource': { type: 'Microsoft.Insights/privateLinkScopes/scopedResources' },
  'network:NetworkSecurityGroup': { type: `${network}/networkSecurityGroups` },
  'network:PrivateDnsZoneGroup': {
    type: `${network}/privateEndpoints/privateDnsZoneGroups`,
    also: [`${network}/privateDnsZones/join/action`],
  },
  'network:PrivateEndpoint': {
    type: `${network}/privateEndpoints`,
    also: [`${network}/virtualNetworks/subnets/join/action`],
  },
  'network:Subnet': {
    type: `${network}/virtualNetworks/subnets`,
    also: [`${network}/networkSecurityGroups/join/action`],
  },
  'network:VirtualNetwork': { type: `${network}/virtualNetworks` },
  'operationalinsights:Workspace': { type: 'Microsoft.OperationalInsights/workspaces' },
  'privatedns:PrivateZone': { type: `${network}/privateDnsZones` },
  'privatedns:VirtualNetworkLink': {
    type: `${network}/privateDnsZones/virtualNetworkLinks`,
    also: [`${network}/virtualNetworks/join/action`],
  },
  'resources:ResourceGroup': { type: 'Microsoft.Resources/subscriptions/resourceGroups' },
  'search:Service': { type: 'Microsoft.Search/searchServices' },
  'search:SharedPrivateLinkResource': { type: 'Microsoft.Search/searchServices/sharedPrivateLinkResources' },
  'storage:BlobContainer': { type: 'Microsoft.Storage/storageAccounts/blobServices/containers' },
  // It exists with its account and is not deleted.
  'storage:BlobServiceProperties': {
    type: 'Microsoft.Storage/storageAccounts/blobServices',
    operations: ['read', 'write'],
  },
  'storage:StorageAccount': { type: 'Microsoft.Storage/storageAccounts' },
};

/**
 * Actions whose names follow from the type and were not found: neither among those that built-in roles name (the list of
 * github.com/iann0036/iam-dataset, commit 2073fa52, 2026-08-22) nor in the documentation of the source above.
 */
export const unverifiedAzureActions: ReadonlySet<string> = new Set([
  ...['read', 'write', 'delete'].flatMap((operation) =>
    ['environments', 'environments/versions', 'onlineEndpoints', 'onlineEndpoints/deployments', 'outboundRules'].map(
      (part) => `${ml}/${part}/${operation}`,
    ),
  ),
  'Microsoft.AppConfiguration/configurationStores/delete',
  'Microsoft.AppConfiguration/configurationStores/read',
  'Microsoft.AppConfiguration/configurationStores/write',
  'Microsoft.Authorization/roleDefinitions/delete',
  'Microsoft.CognitiveServices/accounts/delete',
  'Microsoft.CognitiveServices/accounts/deployments/read',
  'Microsoft.CognitiveServices/accounts/privateEndpointConnectionsApproval/action',
  'Microsoft.CognitiveServices/accounts/write',
  'Microsoft.Consumption/budgets/delete',
  'Microsoft.Consumption/budgets/read',
  ...['read', 'write', 'delete'].flatMap((operation) => [
    `Microsoft.Insights/actionGroups/${operation}`,
    `Microsoft.Insights/components/${operation}`,
  ]),
  'Microsoft.Insights/autoscaleSettings/delete',
  'Microsoft.Insights/autoscaleSettings/read',
  'Microsoft.Insights/diagnosticSettings/delete',
  'Microsoft.Insights/metricAlerts/delete',
  'Microsoft.Insights/privateLinkScopes/delete',
  'Microsoft.Insights/privateLinkScopes/scopedResources/delete',
  'Microsoft.Insights/privateLinkScopes/scopedResources/read',
  'Microsoft.KeyVault/vaults/delete',
  'Microsoft.KeyVault/vaults/write',
  'Microsoft.MachineLearningServices/registries/delete',
  'Microsoft.Network/privateDnsZones/delete',
  'Microsoft.Network/privateEndpoints/delete',
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups/delete',
  'Microsoft.OperationalInsights/workspaces/delete',
  'Microsoft.Search/searchServices/sharedPrivateLinkResources/delete',
]);
