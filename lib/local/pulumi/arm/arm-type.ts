/**
 * Where Azure Resource Manager keeps each type: the path of its id, with the input properties that fill it in braces.
 * A path without a leading `/` or `{` lies in a resource group, under the provider that heads its module.
 *
 * Source: the id formats of the ARM REST reference (learn.microsoft.com/rest/api), read 2026-11; the input names are
 * those of azure-native 3.28.0 and are checked against its declarations by a test.
 */
const providerPaths: Readonly<
  Record<string, { readonly provider: string; readonly paths: Readonly<Record<string, string>> }>
> = {
  apimanagement: {
    provider: 'Microsoft.ApiManagement',
    paths: {
      ApiManagementService: 'service/{serviceName}',
      Api: 'service/{serviceName}/apis/{apiId}',
      ApiDiagnostic: 'service/{serviceName}/apis/{apiId}/diagnostics/{diagnosticId}',
      ApiOperation: 'service/{serviceName}/apis/{apiId}/operations/{operationId}',
      ApiOperationPolicy: 'service/{serviceName}/apis/{apiId}/operations/{operationId}/policies/{policyId}',
      ApiPolicy: 'service/{serviceName}/apis/{apiId}/policies/{policyId}',
      ApiRelease: 'service/{serviceName}/apis/{apiId}/releases/{releaseId}',
      ApiSchema: 'service/{serviceName}/apis/{apiId}/schemas/{schemaId}',
      ApiVersionSet: 'service/{serviceName}/apiVersionSets/{versionSetId}',
      AuthorizationServer: 'service/{serviceName}/authorizationServers/{authsid}',
      Backend: 'service/{serviceName}/backends/{backendId}',
      Cache: 'service/{serviceName}/caches/{cacheId}',
      Certificate: 'service/{serviceName}/certificates/{certificateId}',
      Diagnostic: 'service/{serviceName}/diagnostics/{diagnosticId}',
      Group: 'service/{serviceName}/groups/{groupId}',
      Logger: 'service/{serviceName}/loggers/{loggerId}',
      NamedValue: 'service/{serviceName}/namedValues/{namedValueId}',
      Policy: 'service/{serviceName}/policies/{policyId}',
      PolicyFragment: 'service/{serviceName}/policyFragments/{id}',
      Product: 'service/{serviceName}/products/{productId}',
      ProductApi: 'service/{serviceName}/products/{productId}/apis/{apiId}',
      ProductGroup: 'service/{serviceName}/products/{productId}/groups/{groupId}',
      ProductPolicy: 'service/{serviceName}/products/{productId}/policies/{policyId}',
      Subscription: 'service/{serviceName}/subscriptions/{sid}',
      Tag: 'service/{serviceName}/tags/{tagId}',
      Workspace: 'service/{serviceName}/workspaces/{workspaceId}',
    },
  },
  appconfiguration: {
    provider: 'Microsoft.AppConfiguration',
    paths: {
      ConfigurationStore: 'configurationStores/{configStoreName}',
      KeyValue: 'configurationStores/{configStoreName}/keyValues/{keyValueName}',
      Replica: 'configurationStores/{configStoreName}/replicas/{replicaName}',
    },
  },
  applicationinsights: {
    provider: 'Microsoft.Insights',
    paths: {
      Component: 'components/{resourceName}',
      WebTest: 'webtests/{webTestName}',
      Workbook: 'workbooks/{resourceName}',
    },
  },
  authorization: {
    provider: 'Microsoft.Authorization',
    paths: {
      ManagementLockByScope: '{scope}/providers/Microsoft.Authorization/locks/{lockName}',
      ManagementLockAtResourceGroupLevel: 'locks/{lockName}',
      PolicyAssignment: '{scope}/providers/Microsoft.Authorization/policyAssignments/{policyAssignmentName}',
      PolicyDefinition:
        '/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/policyDefinitions/{policyDefinitionName}',
      PolicySetDefinition:
        '/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/policySetDefinitions/{policySetDefinitionName}',
      PolicyExemption: '{scope}/providers/Microsoft.Authorization/policyExemptions/{policyExemptionName}',
      RoleAssignment: '{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}',
      RoleDefinition: '{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}',
    },
  },
  cognitiveservices: {
    provider: 'Microsoft.CognitiveServices',
    paths: {
      Account: 'accounts/{accountName}',
      AccountCapabilityHost: 'accounts/{accountName}/capabilityHosts/{capabilityHostName}',
      AccountConnection: 'accounts/{accountName}/connections/{connectionName}',
      AgentApplication: 'accounts/{accountName}/projects/{projectName}/applications/{name}',
      AgentDeployment:
        'accounts/{accountName}/projects/{projectName}/applications/{appName}/agentDeployments/{deploymentName}',
      CommitmentPlan: 'accounts/{accountName}/commitmentPlans/{commitmentPlanName}',
      Deployment: 'accounts/{accountName}/deployments/{deploymentName}',
      EncryptionScope: 'accounts/{accountName}/encryptionScopes/{encryptionScopeName}',
      ManagedNetworkSetting: 'accounts/{accountName}/managedNetworks/{managedNetworkName}',
      OutboundRule: 'accounts/{accountName}/managedNetworks/{managedNetworkName}/outboundRules/{ruleName}',
      Project: 'accounts/{accountName}/projects/{projectName}',
      ProjectCapabilityHost: 'accounts/{accountName}/projects/{projectName}/capabilityHosts/{capabilityHostName}',
      ProjectConnection: 'accounts/{accountName}/projects/{projectName}/connections/{connectionName}',
      RaiBlocklist: 'accounts/{accountName}/raiBlocklists/{raiBlocklistName}',
      RaiBlocklistItem:
        'accounts/{accountName}/raiBlocklists/{raiBlocklistName}/raiBlocklistItems/{raiBlocklistItemName}',
      RaiPolicy: 'accounts/{accountName}/raiPolicies/{raiPolicyName}',
      RaiTopic: 'accounts/{accountName}/raiTopics/{raiTopicName}',
    },
  },
  consumption: {
    provider: 'Microsoft.Consumption',
    paths: { Budget: '{scope}/providers/Microsoft.Consumption/budgets/{budgetName}' },
  },
  containerregistry: {
    provider: 'Microsoft.ContainerRegistry',
    paths: {
      Registry: 'registries/{registryName}',
      CacheRule: 'registries/{registryName}/cacheRules/{cacheRuleName}',
      CredentialSet: 'registries/{registryName}/credentialSets/{credentialSetName}',
      Replication: 'registries/{registryName}/replications/{replicationName}',
      ScopeMap: 'registries/{registryName}/scopeMaps/{scopeMapName}',
      Task: 'registries/{registryName}/tasks/{taskName}',
      Token: 'registries/{registryName}/tokens/{tokenName}',
      Webhook: 'registries/{registryName}/webhooks/{webhookName}',
    },
  },
  containerservice: {
    provider: 'Microsoft.ContainerService',
    paths: {
      ManagedCluster: 'managedClusters/{resourceName}',
      AgentPool: 'managedClusters/{resourceName}/agentPools/{agentPoolName}',
      MaintenanceConfiguration: 'managedClusters/{resourceName}/maintenanceConfigurations/{configName}',
      ManagedNamespace: 'managedClusters/{resourceName}/managedNamespaces/{managedNamespaceName}',
      TrustedAccessRoleBinding:
        'managedClusters/{resourceName}/trustedAccessRoleBindings/{trustedAccessRoleBindingName}',
    },
  },
  dbforpostgresql: {
    provider: 'Microsoft.DBforPostgreSQL',
    paths: {
      Server: 'flexibleServers/{serverName}',
      Administrator: 'flexibleServers/{serverName}/administrators/{objectId}',
      AdministratorsMicrosoftEntra: 'flexibleServers/{serverName}/administrators/{objectId}',
      Backup: 'flexibleServers/{serverName}/backups/{backupName}',
      Configuration: 'flexibleServers/{serverName}/configurations/{configurationName}',
      Database: 'flexibleServers/{serverName}/databases/{databaseName}',
      FirewallRule: 'flexibleServers/{serverName}/firewallRules/{firewallRuleName}',
      VirtualEndpoint: 'flexibleServers/{serverName}/virtualendpoints/{virtualEndpointName}',
    },
  },
  keyvault: {
    provider: 'Microsoft.KeyVault',
    paths: {
      Vault: 'vaults/{vaultName}',
      Key: 'vaults/{vaultName}/keys/{keyName}',
      ManagedHsm: 'managedHSMs/{name}',
      Secret: 'vaults/{vaultName}/secrets/{secretName}',
    },
  },
  machinelearningservices: {
    provider: 'Microsoft.MachineLearningServices',
    paths: {
      Workspace: 'workspaces/{workspaceName}',
      BatchDeployment: 'workspaces/{workspaceName}/batchEndpoints/{endpointName}/deployments/{deploymentName}',
      BatchEndpoint: 'workspaces/{workspaceName}/batchEndpoints/{endpointName}',
      CapabilityHost: 'workspaces/{workspaceName}/capabilityHosts/{name}',
      CodeContainer: 'workspaces/{workspaceName}/codes/{name}',
      CodeVersion: 'workspaces/{workspaceName}/codes/{name}/versions/{version}',
      ComponentContainer: 'workspaces/{workspaceName}/components/{name}',
      ComponentVersion: 'workspaces/{workspaceName}/components/{name}/versions/{version}',
      Compute: 'workspaces/{workspaceName}/computes/{computeName}',
      DataContainer: 'workspaces/{workspaceName}/data/{name}',
      DataVersion: 'workspaces/{workspaceName}/data/{name}/versions/{version}',
      Datastore: 'workspaces/{workspaceName}/datastores/{name}',
      EnvironmentContainer: 'workspaces/{workspaceName}/environments/{name}',
      EnvironmentVersion: 'workspaces/{workspaceName}/environments/{name}/versions/{version}',
      Job: 'workspaces/{workspaceName}/jobs/{id}',
      ManagedNetworkSettingsRule: 'workspaces/{workspaceName}/outboundRules/{ruleName}',
      MarketplaceSubscription: 'workspaces/{workspaceName}/marketplaceSubscriptions/{name}',
      ModelContainer: 'workspaces/{workspaceName}/models/{name}',
      ModelVersion: 'workspaces/{workspaceName}/models/{name}/versions/{version}',
      OnlineDeployment: 'workspaces/{workspaceName}/onlineEndpoints/{endpointName}/deployments/{deploymentName}',
      OnlineEndpoint: 'workspaces/{workspaceName}/onlineEndpoints/{endpointName}',
      Registry: 'registries/{registryName}',
      RegistryCodeContainer: 'registries/{registryName}/codes/{codeName}',
      RegistryCodeVersion: 'registries/{registryName}/codes/{codeName}/versions/{version}',
      RegistryComponentContainer: 'registries/{registryName}/components/{componentName}',
      RegistryComponentVersion: 'registries/{registryName}/components/{componentName}/versions/{version}',
      RegistryDataContainer: 'registries/{registryName}/data/{name}',
      RegistryDataVersion: 'registries/{registryName}/data/{name}/versions/{version}',
      RegistryEnvironmentContainer: 'registries/{registryName}/environments/{environmentName}',
      RegistryEnvironmentVersion: 'registries/{registryName}/environments/{environmentName}/versions/{version}',
      RegistryModelContainer: 'registries/{registryName}/models/{modelName}',
      RegistryModelVersion: 'registries/{registryName}/models/{modelName}/versions/{version}',
      Schedule: 'workspaces/{workspaceName}/schedules/{name}',
      ServerlessEndpoint: 'workspaces/{workspaceName}/serverlessEndpoints/{name}',
      WorkspaceConnection: 'workspaces/{workspaceName}/connections/{connectionName}',
    },
  },
  managedidentity: {
    provider: 'Microsoft.ManagedIdentity',
    paths: {
      UserAssignedIdentity: 'userAssignedIdentities/{resourceName}',
      FederatedIdentityCredential:
        'userAssignedIdentities/{resourceName}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}',
    },
  },
  monitor: {
    provider: 'Microsoft.Insights',
    paths: {
      ActionGroup: 'actionGroups/{actionGroupName}',
      ActivityLogAlert: 'activityLogAlerts/{activityLogAlertName}',
      AutoscaleSetting: 'autoscaleSettings/{autoscaleSettingName}',
      AzureMonitorWorkspace:
        '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Monitor/accounts/{azureMonitorWorkspaceName}',
      DataCollectionEndpoint: 'dataCollectionEndpoints/{dataCollectionEndpointName}',
      DataCollectionRule: 'dataCollectionRules/{dataCollectionRuleName}',
      DataCollectionRuleAssociation:
        '{resourceUri}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{associationName}',
      DiagnosticSetting: '{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}',
      MetricAlert: 'metricAlerts/{ruleName}',
      PrivateLinkScope: 'privateLinkScopes/{scopeName}',
      PrivateLinkScopedResource: 'privateLinkScopes/{scopeName}/scopedResources/{name}',
      ScheduledQueryRule: 'scheduledQueryRules/{ruleName}',
      SubscriptionDiagnosticSetting:
        '/subscriptions/{subscriptionId}/providers/Microsoft.Insights/diagnosticSettings/{name}',
    },
  },
  network: {
    provider: 'Microsoft.Network',
    paths: {
      ApplicationGateway: 'applicationGateways/{applicationGatewayName}',
      ApplicationSecurityGroup: 'applicationSecurityGroups/{applicationSecurityGroupName}',
      AzureFirewall: 'azureFirewalls/{azureFirewallName}',
      BastionHost: 'bastionHosts/{bastionHostName}',
      FirewallPolicy: 'firewallPolicies/{firewallPolicyName}',
      FirewallPolicyRuleCollectionGroup:
        'firewallPolicies/{firewallPolicyName}/ruleCollectionGroups/{ruleCollectionGroupName}',
      FlowLog: 'networkWatchers/{networkWatcherName}/flowLogs/{flowLogName}',
      LoadBalancer: 'loadBalancers/{loadBalancerName}',
      NatGateway: 'natGateways/{natGatewayName}',
      NetworkInterface: 'networkInterfaces/{networkInterfaceName}',
      NetworkSecurityGroup: 'networkSecurityGroups/{networkSecurityGroupName}',
      NetworkSecurityPerimeter: 'networkSecurityPerimeters/{networkSecurityPerimeterName}',
      NetworkSecurityPerimeterAccessRule:
        'networkSecurityPerimeters/{networkSecurityPerimeterName}/profiles/{profileName}/accessRules/{accessRuleName}',
      NetworkSecurityPerimeterAssociation:
        'networkSecurityPerimeters/{networkSecurityPerimeterName}/resourceAssociations/{associationName}',
      NetworkSecurityPerimeterProfile:
        'networkSecurityPerimeters/{networkSecurityPerimeterName}/profiles/{profileName}',
      NetworkWatcher: 'networkWatchers/{networkWatcherName}',
      PrivateDnsZoneGroup: 'privateEndpoints/{privateEndpointName}/privateDnsZoneGroups/{privateDnsZoneGroupName}',
      PrivateEndpoint: 'privateEndpoints/{privateEndpointName}',
      PrivateLinkService: 'privateLinkServices/{serviceName}',
      PublicIPAddress: 'publicIPAddresses/{publicIpAddressName}',
      PublicIPPrefix: 'publicIPPrefixes/{publicIpPrefixName}',
      Route: 'routeTables/{routeTableName}/routes/{routeName}',
      RouteTable: 'routeTables/{routeTableName}',
      SecurityRule: 'networkSecurityGroups/{networkSecurityGroupName}/securityRules/{securityRuleName}',
      Subnet: 'virtualNetworks/{virtualNetworkName}/subnets/{subnetName}',
      VirtualNetwork: 'virtualNetworks/{virtualNetworkName}',
      VirtualNetworkPeering: 'virtualNetworks/{virtualNetworkName}/virtualNetworkPeerings/{virtualNetworkPeeringName}',
      WebApplicationFirewallPolicy: 'applicationGatewayWebApplicationFirewallPolicies/{policyName}',
    },
  },
  operationalinsights: {
    provider: 'Microsoft.OperationalInsights',
    paths: {
      Workspace: 'workspaces/{workspaceName}',
      DataExport: 'workspaces/{workspaceName}/dataExports/{dataExportName}',
      LinkedService: 'workspaces/{workspaceName}/linkedServices/{linkedServiceName}',
      LinkedStorageAccount: 'workspaces/{workspaceName}/linkedStorageAccounts/{dataSourceType}',
      SavedSearch: 'workspaces/{workspaceName}/savedSearches/{savedSearchId}',
      Table: 'workspaces/{workspaceName}/tables/{tableName}',
    },
  },
  privatedns: {
    provider: 'Microsoft.Network',
    paths: {
      PrivateZone: 'privateDnsZones/{privateZoneName}',
      PrivateRecordSet: 'privateDnsZones/{privateZoneName}/{recordType}/{relativeRecordSetName}',
      VirtualNetworkLink: 'privateDnsZones/{privateZoneName}/virtualNetworkLinks/{virtualNetworkLinkName}',
    },
  },
  resources: {
    provider: 'Microsoft.Resources',
    paths: {
      ResourceGroup: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}',
      TagAtScope: '{scope}/providers/Microsoft.Resources/tags/default',
    },
  },
  search: {
    provider: 'Microsoft.Search',
    paths: {
      Service: 'searchServices/{searchServiceName}',
      SharedPrivateLinkResource:
        'searchServices/{searchServiceName}/sharedPrivateLinkResources/{sharedPrivateLinkResourceName}',
    },
  },
  storage: {
    provider: 'Microsoft.Storage',
    paths: {
      StorageAccount: 'storageAccounts/{accountName}',
      BlobContainer: 'storageAccounts/{accountName}/blobServices/default/containers/{containerName}',
      BlobServiceProperties: 'storageAccounts/{accountName}/blobServices/{blobServicesName}',
      EncryptionScope: 'storageAccounts/{accountName}/encryptionScopes/{encryptionScopeName}',
      FileServiceProperties: 'storageAccounts/{accountName}/fileServices/{fileServicesName}',
      FileShare: 'storageAccounts/{accountName}/fileServices/default/shares/{shareName}',
      LocalUser: 'storageAccounts/{accountName}/localUsers/{username}',
      ManagementPolicy: 'storageAccounts/{accountName}/managementPolicies/{managementPolicyName}',
      Queue: 'storageAccounts/{accountName}/queueServices/default/queues/{queueName}',
      Table: 'storageAccounts/{accountName}/tableServices/default/tables/{tableName}',
    },
  },
};

const inGroup = '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers';

/** Type tokens whose ids this engine can build. */
export function armTypes(): readonly string[] {
  return Object.entries(providerPaths).flatMap(([module, { paths }]) =>
    Object.keys(paths).map((name) => `azure-native:${module}:${name}`),
  );
}

/** The template of the ids of a type; `undefined` for a type without a row. */
export function armPath(type: string): string | undefined {
  const [, module, name] = type.split(':');
  const rows = module === undefined ? undefined : providerPaths[module];
  const path = name === undefined ? undefined : rows?.paths[name];
  if (rows === undefined || path === undefined) return undefined;
  return /^[/{]/.test(path) ? path : `${inGroup}/${rows.provider}/${path}`;
}
