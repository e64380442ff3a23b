import type { PropertyValue } from '../property-value';

/**
 * An output that Azure adds to the inputs of a resource. Texts are templates: `{name}`, `{id}`, `{location}`,
 * `{tenantId}`, `{subscriptionId}`, `{uuid:purpose}`, `{hex:purpose:length}`, an input by its path, alternatives by `|`.
 */
export interface OutputRow {
  /** Path in the outputs. */
  readonly path: string;
  readonly value: PropertyValue;
  /** Only when the input at `path` contains the text. @default - always */
  readonly when?: { readonly path: string; readonly includes: string };
}

/**
 * Output properties per type that programs pass on to other resources.
 *
 * Source: host names as in the public Azure cloud (learn.microsoft.com, read 2026-11); property names as in the output
 * types of azure-native 3.28.0.
 */
export const outputRows: Readonly<Record<string, readonly OutputRow[]>> = {
  'azure-native:apimanagement:ApiManagementService': [
    { path: 'gatewayUrl', value: 'https://{name}.azure-api.net' },
    { path: 'managementApiUrl', value: 'https://{name}.management.azure-api.net' },
    { path: 'developerPortalUrl', value: 'https://{name}.developer.azure-api.net' },
  ],
  'azure-native:appconfiguration:ConfigurationStore': [{ path: 'endpoint', value: 'https://{name}.azconfig.io' }],
  'azure-native:applicationinsights:Component': [
    { path: 'appId', value: '{uuid:app}' },
    { path: 'applicationId', value: '{name}' },
    { path: 'instrumentationKey', value: '{uuid:instrumentation}' },
    {
      path: 'connectionString',
      value:
        'InstrumentationKey={uuid:instrumentation};IngestionEndpoint=https://{location}-0.in.applicationinsights.azure.com/',
    },
  ],
  'azure-native:cognitiveservices:Account': [
    {
      path: 'properties.endpoint',
      value: 'https://{properties.customSubDomainName|name}.cognitiveservices.azure.com/',
    },
    {
      path: 'properties.endpoints',
      value: {
        'OpenAI Language Model Instance API': 'https://{properties.customSubDomainName|name}.openai.azure.com/',
      },
    },
    {
      path: 'properties.endpoints',
      value: { 'AI Foundry API': 'https://{properties.customSubDomainName|name}.services.ai.azure.com/' },
      when: { path: 'kind', includes: 'AIServices' },
    },
    { path: 'properties.internalId', value: '{hex:internal:32}' },
    { path: 'properties.isMigrated', value: false },
  ],
  'azure-native:cognitiveservices:Project': [
    {
      path: 'properties.endpoints',
      value: { 'AI Foundry API': 'https://{accountName}.services.ai.azure.com/api/projects/{name}' },
    },
    { path: 'properties.isDefault', value: false },
  ],
  'azure-native:containerregistry:Registry': [{ path: 'loginServer', value: '{name}.azurecr.io' }],
  'azure-native:containerservice:ManagedCluster': [
    { path: 'fqdn', value: '{dnsPrefix|name}-{hex:fqdn:8}.hcp.{location}.azmk8s.io' },
    { path: 'currentKubernetesVersion', value: '{kubernetesVersion}' },
    {
      path: 'oidcIssuerProfile.issuerURL',
      value: 'https://{location}.oic.prod-aks.azure.com/{tenantId}/{uuid:issuer}/',
    },
    {
      path: 'identityProfile',
      value: { kubeletidentity: { objectId: '{uuid:kubelet-object}', clientId: '{uuid:kubelet-client}' } },
    },
    { path: 'nodeResourceGroup', value: '{nodeResourceGroup|nodeGroup}' },
  ],
  'azure-native:dbforpostgresql:Server': [
    { path: 'fullyQualifiedDomainName', value: '{name}.postgres.database.azure.com' },
    { path: 'state', value: 'Ready' },
  ],
  'azure-native:keyvault:Key': [
    { path: 'keyUri', value: 'https://{vaultName}.vault.azure.net/keys/{name}' },
    { path: 'keyUriWithVersion', value: 'https://{vaultName}.vault.azure.net/keys/{name}/{hex:version:32}' },
  ],
  'azure-native:keyvault:Secret': [
    { path: 'properties.secretUri', value: 'https://{vaultName}.vault.azure.net/secrets/{name}' },
    {
      path: 'properties.secretUriWithVersion',
      value: 'https://{vaultName}.vault.azure.net/secrets/{name}/{hex:version:32}',
    },
  ],
  'azure-native:keyvault:Vault': [{ path: 'properties.vaultUri', value: 'https://{name}.vault.azure.net/' }],
  'azure-native:machinelearningservices:BatchEndpoint': [
    {
      path: 'properties.scoringUri',
      value: 'https://{name}.{location}.inference.ml.azure.com/jobs',
    },
  ],
  'azure-native:machinelearningservices:OnlineEndpoint': [
    {
      path: 'properties.scoringUri',
      value: 'https://{name}.{location}.inference.ml.azure.com/score',
    },
    {
      path: 'properties.swaggerUri',
      value: 'https://{name}.{location}.inference.ml.azure.com/swagger.json',
    },
  ],
  'azure-native:machinelearningservices:ServerlessEndpoint': [],
  'azure-native:machinelearningservices:Workspace': [
    { path: 'workspaceId', value: '{uuid:workspace}' },
    { path: 'mlFlowTrackingUri', value: 'azureml://{location}.api.azureml.ms/mlflow/v1.0{id}' },
  ],
  'azure-native:managedidentity:UserAssignedIdentity': [
    { path: 'principalId', value: '{uuid:principal}' },
    { path: 'clientId', value: '{uuid:client}' },
    { path: 'tenantId', value: '{tenantId}' },
  ],
  'azure-native:monitor:AzureMonitorWorkspace': [{ path: 'accountId', value: '{uuid:account}' }],
  'azure-native:monitor:DataCollectionRule': [{ path: 'immutableId', value: 'dcr-{hex:immutable:32}' }],
  'azure-native:network:PublicIPAddress': [{ path: 'resourceGuid', value: '{uuid:resource}' }],
  'azure-native:network:VirtualNetwork': [{ path: 'resourceGuid', value: '{uuid:resource}' }],
  'azure-native:operationalinsights:Workspace': [{ path: 'customerId', value: '{uuid:customer}' }],
  'azure-native:search:Service': [
    { path: 'status', value: 'running' },
    { path: 'endpoint', value: 'https://{name}.search.windows.net' },
  ],
  'azure-native:storage:StorageAccount': [
    {
      path: 'primaryEndpoints',
      value: {
        blob: 'https://{name}.blob.core.windows.net/',
        dfs: 'https://{name}.dfs.core.windows.net/',
        file: 'https://{name}.file.core.windows.net/',
        queue: 'https://{name}.queue.core.windows.net/',
        table: 'https://{name}.table.core.windows.net/',
        web: 'https://{name}.z1.web.core.windows.net/',
      },
    },
    { path: 'primaryLocation', value: '{location}' },
    { path: 'statusOfPrimary', value: 'available' },
  ],
};

/** Outputs of a system-assigned identity. */
export const systemIdentityRows: readonly OutputRow[] = [
  {
    path: 'identity.principalId',
    value: '{uuid:identity}',
    when: { path: 'identity.type', includes: 'SystemAssigned' },
  },
  { path: 'identity.tenantId', value: '{tenantId}', when: { path: 'identity.type', includes: 'SystemAssigned' } },
];
