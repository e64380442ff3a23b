import type { Declarations } from '../declaration';

/** Findings of the rules of Azure in the folder `ml`. */
export const azureMlMessages = {
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
  MlDeploymentInsights: {
    title: 'Model server without traces',
    meaning: 'An online deployment does not send requests and errors to Application Insights.',
    fix: 'Set appInsightsEnabled to true.',
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
  MlEndpointKeys: {
    title: 'Endpoint with keys',
    meaning:
      'An endpoint of Azure Machine Learning takes keys or tokens of the workspace instead of Microsoft Entra tokens.',
    fix: 'Set authMode to AADToken; for serverless endpoints to AAD.',
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
