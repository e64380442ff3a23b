/** A call of Azure Resource Manager. All of them read: the names that are posted are only checked. */
export interface ArmOperation {
  readonly method: 'GET' | 'POST';
  /** `{subscription}` and `{location}` are those of the environment; other braces are filled by the question. */
  readonly path: string;
  readonly apiVersion: string;
  /** Action of Azure RBAC. */
  readonly permission: string;
}

const sub = '/subscriptions/{subscription}';
const cognitive = `${sub}/providers/Microsoft.CognitiveServices`;
const check = (
  namespace: string,
  path: string,
  apiVersion: string,
  kind: 'action' | 'read' = 'read',
): ArmOperation => ({
  method: 'POST',
  path: `${sub}/providers/${namespace}/${path}`,
  apiVersion,
  permission: `${namespace}/${path}/${kind}`,
});

/**
 * Paths and versions of azure-rest-api-specs@main; permissions of MicrosoftDocs/azure-docs, "Azure permissions" (read
 * 2026-11-30). That of `modelCapacities` is in no source that was read, and follows the others.
 */
export const armOperations = {
  subscription: {
    method: 'GET',
    path: sub,
    apiVersion: '2022-12-01',
    permission: 'Microsoft.Resources/subscriptions/read',
  },
  registration: {
    method: 'GET',
    path: `${sub}/providers/{namespace}`,
    apiVersion: '2021-04-01',
    permission: 'Microsoft.Resources/subscriptions/providers/read',
  },
  permissions: {
    method: 'GET',
    path: `${sub}/providers/Microsoft.Authorization/permissions`,
    apiVersion: '2022-04-01',
    permission: 'Microsoft.Authorization/permissions/read',
  },
  policyAssignments: {
    method: 'GET',
    path: `${sub}/providers/Microsoft.Authorization/policyAssignments`,
    apiVersion: '2022-06-01',
    permission: 'Microsoft.Authorization/policyAssignments/read',
  },
  policyExemptions: {
    method: 'GET',
    path: `${sub}/providers/Microsoft.Authorization/policyExemptions`,
    apiVersion: '2022-07-01-preview',
    permission: 'Microsoft.Authorization/policyExemptions/read',
  },
  policyDefinition: {
    method: 'GET',
    path: '{definition}',
    apiVersion: '2021-06-01',
    permission: 'Microsoft.Authorization/policyDefinitions/read',
  },
  modelUsages: {
    method: 'GET',
    path: `${cognitive}/locations/{location}/usages`,
    apiVersion: '2024-10-01',
    permission: 'Microsoft.CognitiveServices/locations/usages/read',
  },
  models: {
    method: 'GET',
    path: `${cognitive}/locations/{location}/models`,
    apiVersion: '2024-10-01',
    permission: 'Microsoft.CognitiveServices/locations/models/read',
  },
  modelCapacities: {
    method: 'GET',
    path: `${cognitive}/modelCapacities`,
    apiVersion: '2024-10-01',
    permission: 'Microsoft.CognitiveServices/modelCapacities/read',
  },
  accountSkus: {
    method: 'GET',
    path: `${cognitive}/skus`,
    apiVersion: '2024-10-01',
    permission: 'Microsoft.CognitiveServices/skus/read',
  },
  deletedAccounts: {
    method: 'GET',
    path: `${cognitive}/deletedAccounts`,
    apiVersion: '2024-10-01',
    permission: 'Microsoft.CognitiveServices/deletedAccounts/read',
  },
  machineUsages: {
    method: 'GET',
    path: `${sub}/providers/Microsoft.MachineLearningServices/locations/{location}/usages`,
    apiVersion: '2024-04-01',
    permission: 'Microsoft.MachineLearningServices/locations/usages/read',
  },
  machineSkus: {
    method: 'GET',
    path: `${sub}/providers/Microsoft.Compute/skus`,
    apiVersion: '2021-07-01',
    permission: 'Microsoft.Compute/skus/read',
  },
  deletedVaults: {
    method: 'GET',
    path: `${sub}/providers/Microsoft.KeyVault/deletedVaults`,
    apiVersion: '2023-07-01',
    permission: 'Microsoft.KeyVault/deletedVaults/read',
  },
  resources: {
    method: 'GET',
    path: `${sub}/resourceGroups/{group}/resources`,
    apiVersion: '2021-04-01',
    permission: 'Microsoft.Resources/subscriptions/resourceGroups/resources/read',
  },
  zones: {
    method: 'GET',
    path: `${sub}/providers/Microsoft.Network/privateDnsZones`,
    apiVersion: '2020-06-01',
    permission: 'Microsoft.Network/privateDnsZones/read',
  },
  zoneLinks: {
    method: 'GET',
    path: '{zone}/virtualNetworkLinks',
    apiVersion: '2020-06-01',
    permission: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read',
  },
  networks: {
    method: 'GET',
    path: `${sub}/providers/Microsoft.Network/virtualNetworks`,
    apiVersion: '2023-09-01',
    permission: 'Microsoft.Network/virtualNetworks/read',
  },
  activity: {
    method: 'GET',
    path: `${sub}/providers/Microsoft.Insights/eventtypes/management/values`,
    apiVersion: '2015-04-01',
    permission: 'Microsoft.Insights/eventtypes/values/read',
  },
  domainFree: check('Microsoft.CognitiveServices', 'checkDomainAvailability', '2024-10-01', 'action'),
  vaultFree: check('Microsoft.KeyVault', 'checkNameAvailability', '2023-07-01'),
  storageFree: check('Microsoft.Storage', 'checkNameAvailability', '2023-01-01'),
  registryFree: check('Microsoft.ContainerRegistry', 'checkNameAvailability', '2023-07-01'),
  searchFree: check('Microsoft.Search', 'checkNameAvailability', '2023-11-01', 'action'),
  storeFree: check('Microsoft.AppConfiguration', 'checkNameAvailability', '2023-03-01'),
} as const satisfies Readonly<Record<string, ArmOperation>>;

/** Name of a call. */
export type ArmOperationName = keyof typeof armOperations;
