import type { Declarations } from '../declaration';

/** Findings of the rules of Azure in the folder `ml`. */
export const azureMlMessages = {
  MlCollectorOff: {
    title: 'Data collection that is off',
    meaning: 'A collection of an online deployment is declared and disabled.',
    fix: 'Set dataCollectionMode to Enabled.',
  },
  MlComputeIdle: {
    title: 'Compute instance that never stops',
    meaning: 'A compute instance has no idle shutdown.',
    fix: 'Set idleTimeBeforeShutdown.',
  },
  MlComputeLocalAuth: {
    title: 'Compute with local accounts',
    meaning: 'A compute of Azure Machine Learning takes SSH keys of local accounts.',
    fix: 'Set disableLocalAuth to true.',
  },
  MlComputeNetwork: {
    title: 'Compute outside of a network',
    meaning: 'A compute of Azure Machine Learning is in no virtual network.',
    fix: 'Set subnet.',
  },
  MlComputePublic: {
    title: 'Compute with a public address',
    meaning: 'Nodes of a compute of Azure Machine Learning have public addresses or an open SSH port.',
    fix: 'Set enableNodePublicIp to false, and remoteLoginPortPublicAccess to Disabled.',
  },
  MlContentSafety: {
    title: 'Serverless endpoint without content safety',
    meaning: 'A serverless endpoint passes prompts and answers without filtering them.',
    fix: 'Set contentSafety.contentSafetyStatus to Enabled.',
  },
  MlDatastoreKey: {
    title: 'Data store with a stored credential',
    meaning: 'A data store of Azure Machine Learning keeps an account key, SAS token, certificate or client secret.',
    fix: 'Set credentials.credentialsType to None, and assign roles.',
  },
  MlDeploymentCollector: {
    title: 'Model server without data collection',
    meaning: 'An online deployment does not collect inputs and outputs.',
    fix: 'Set dataCollector with dataCollectionMode Enabled.',
  },
  MlDeploymentEgress: {
    title: 'Model server with public egress',
    meaning: 'An online deployment may call any host.',
    fix: 'Set egressPublicNetworkAccess to Disabled, or isolate the workspace in a managed network.',
  },
  MlDeploymentInsights: {
    title: 'Model server without traces',
    meaning: 'An online deployment does not send requests and errors to Application Insights.',
    fix: 'Set appInsightsEnabled to true.',
  },
  MlDeploymentModel: {
    title: 'Model without a version',
    meaning: 'An online deployment names a model by its latest version or label.',
    fix: 'Name the version: azureml://registries/<registry>/models/<model>/versions/<version>.',
  },
  MlDeploymentProbes: {
    title: 'Model server without probes',
    meaning:
      'An online deployment has no probe of its own, so that the defaults end a model that loads slowly, or keep one that hangs.',
    fix: 'Set livenessProbe and readinessProbe.',
  },
  MlDeploymentRequests: {
    title: 'Model server with default limits',
    meaning: 'An online deployment does not say how many requests an instance takes at once; the default is one.',
    fix: 'Set requestSettings with maxConcurrentRequestsPerInstance and requestTimeout.',
  },
  MlDeploymentSingle: {
    title: 'Model server on one instance',
    meaning: 'An online deployment has one instance, and nothing scales it.',
    fix: 'Set sku.capacity to at least 2, or add an autoscale setting.',
  },
  MlEndpointKeys: {
    title: 'Endpoint with keys',
    meaning:
      'An endpoint of Azure Machine Learning takes keys or tokens of the workspace instead of Microsoft Entra tokens.',
    fix: 'Set authMode to AADToken; for serverless endpoints to AAD.',
  },
  MlEndpointTraffic: {
    title: 'Traffic that is not all or nothing',
    meaning: 'The shares of an online endpoint do not add up to 0 or 100, or mirror more than half.',
    fix: 'Let traffic add up to 100, and mirrorTraffic to at most 50.',
  },
  MlOutboundAnywhere: {
    title: 'Outbound rule to everywhere',
    meaning: 'An outbound rule of a workspace allows every host.',
    fix: 'Name the host in destination.',
  },
  MlRegistryRegions: {
    title: 'Registry in one region',
    meaning: 'A registry of Azure Machine Learning keeps models in one region.',
    fix: 'Name a second region in regionDetails.',
  },
  MlScalingFloor: {
    title: 'Scaling down to one instance',
    meaning: 'An autoscale setting lets a resource run on one instance.',
    fix: 'Set capacity.minimum of each profile to at least 2.',
  },
  MlWorkspaceIdentity: {
    title: 'Workspace without an identity',
    meaning: 'An Azure Machine Learning workspace or registry has no managed identity.',
    fix: 'Set identity to SystemAssigned or UserAssigned.',
  },
  MlWorkspaceImpact: {
    title: 'Workspace that sends diagnostics',
    meaning:
      'A workspace is not marked as of high business impact, so that Microsoft collects diagnostic data of jobs, and scratch disks are not encrypted.',
    fix: 'Set hbiWorkspace to true.',
  },
  MlWorkspaceIsolation: {
    title: 'Workspace with open egress',
    meaning: 'Jobs and endpoints of an Azure Machine Learning workspace may call any host.',
    fix: 'Set managedNetwork.isolationMode to AllowOnlyApprovedOutbound.',
  },
  MlWorkspaceKey: {
    title: 'Workspace without a customer key',
    meaning: 'Metadata and metrics of an Azure Machine Learning workspace are encrypted with a key of Microsoft.',
    fix: 'Set encryption.status to Enabled, with a key.',
  },
  MlWorkspaceLegacy: {
    title: 'Workspace in legacy mode',
    meaning:
      'A workspace has v1LegacyMode, in which managed online endpoints and Azure Resource Manager calls of version 2 do not work.',
    fix: 'Set v1LegacyMode to false.',
  },
  MlWorkspaceStores: {
    title: 'Workspace that uses storage keys',
    meaning: 'The default data stores of a workspace use the access keys of the storage account.',
    fix: 'Set systemDatastoresAuthMode to identity.',
  },
} as const satisfies Declarations;
