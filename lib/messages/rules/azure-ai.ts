import type { Declarations } from '../declaration';

/** Findings of the rules of Azure in the folder `ai`. */
export const azureAiMessages = {
  AgentNetwork: {
    title: 'Agents outside of your network',
    meaning: 'An account with Foundry projects runs agents in a network of Microsoft.',
    fix: 'Set networkInjections with your subnet, and useMicrosoftManagedNetwork to false.',
  },
  AgentStores: {
    title: 'Agents that keep data at Microsoft',
    meaning: 'A capability host of agents does not name where threads, files and vectors are kept.',
    fix: 'Set threadStorageConnections, storageConnections and vectorStoreConnections.',
  },
  AiAccountIdentity: {
    title: 'AI service without an identity',
    meaning: 'An AI account, Foundry project or search service has no managed identity.',
    fix: 'Set identity to SystemAssigned or UserAssigned.',
  },
  AiAccountKey: {
    title: 'AI account without a customer key',
    meaning: 'Prompts, files and fine-tuned models of an AI account are encrypted with a key of Microsoft.',
    fix: 'Set encryption with keySource Microsoft.KeyVault and a key.',
  },
  AiAccountKeys: {
    title: 'AI account with keys',
    meaning: 'An account of Azure OpenAI or Azure AI services takes API keys.',
    fix: 'Set disableLocalAuth to true, and assign roles.',
  },
  AiAccountOutbound: {
    title: 'AI account with open egress',
    meaning: 'An AI account may call any host.',
    fix: 'Set restrictOutboundNetworkAccess to true, and name hosts in allowedFqdnList.',
  },
  AiAccountSubdomain: {
    title: 'AI account without a subdomain',
    meaning:
      'An AI account has no subdomain of its own, so that neither Microsoft Entra tokens nor private endpoints work.',
    fix: 'Set customSubDomainName.',
  },
  ConnectionKey: {
    title: 'Connection with a stored credential',
    meaning: 'A connection of Foundry or Azure Machine Learning stores a key, password or token.',
    fix: 'Set authType to AAD or ManagedIdentity.',
  },
  ConnectionShared: {
    title: 'Connection for every project',
    meaning: 'A connection is shared with every project of its hub or account.',
    fix: 'Set isSharedToAll to false, and name the projects.',
  },
  ContentFilterMissing: {
    title: 'Content policy without a filter',
    meaning: 'A content policy does not filter hate, sexual content, violence or self-harm in prompts or completions.',
    fix: 'Add the filters of all four categories, for Prompt and Completion.',
  },
  ContentFilterMode: {
    title: 'Content filter after the answer',
    meaning: 'A content policy filters while or after the answer is sent.',
    fix: 'Set mode to Blocking or Default.',
  },
  ContentFilterOff: {
    title: 'Content filter that is off',
    meaning: 'A filter of a content policy is disabled, or annotates without blocking.',
    fix: 'Set enabled and blocking to true.',
  },
  ContentFilterThreshold: {
    title: 'Content filter that blocks the worst only',
    meaning: 'A filter of a content policy passes medium severity.',
    fix: 'Set severityThreshold to Medium or Low.',
  },
  ModelDeploymentCapacity: {
    title: 'Model deployment without capacity',
    meaning: 'A model deployment has a capacity below 1, so that every call is refused.',
    fix: 'Set sku.capacity to at least 1.',
  },
  ModelDeploymentFilter: {
    title: 'Model deployment without a content filter of its own',
    meaning:
      'A model deployment names no content filter, so that the default of the service applies, which can change.',
    fix: 'Set raiPolicyName.',
  },
  ModelDeploymentResidency: {
    title: 'Model deployment outside of its region',
    meaning: 'A global deployment type processes prompts in any region of Azure.',
    fix: 'Use a sku of a data zone or of the region, such as DataZoneStandard.',
  },
  ModelDeploymentUnknownFilter: {
    title: 'Model deployment with an unknown content policy',
    meaning: 'A model deployment names a content policy that neither Microsoft nor the same deployment has.',
    fix: 'Name a policy of the account, or one of Microsoft such as Microsoft.DefaultV2.',
  },
  ModelDeploymentVersion: {
    title: 'Model deployment that upgrades itself',
    meaning: 'A model deployment names no version, or moves to another one without you.',
    fix: 'Set model.version, and versionUpgradeOption to NoAutoUpgrade.',
  },
  ModelDeploymentsAtOnce: {
    title: 'Model deployments at the same time',
    meaning: 'Two model deployments of an account are created at the same time, which the service refuses.',
    fix: 'Let each deployment depend on the one before.',
  },
  PromptShieldMissing: {
    title: 'Content policy without prompt shields',
    meaning: 'A content policy does not look for jailbreaks, or for attacks in documents.',
    fix: 'Add the filters Jailbreak and Indirect Attack of Prompt.',
  },
  ProtectedMaterialPassed: {
    title: 'Content policy that passes protected material',
    meaning: 'A content policy does not look for protected text and code in completions.',
    fix: 'Add the filters Protected Material Text and Protected Material Code of Completion.',
  },
  SearchExfiltration: {
    title: 'Search service that may send data out',
    meaning: 'An AI Search service may send data to other services.',
    fix: "Set dataExfiltrationProtections to ['BlockAll'].",
  },
  SearchKey: {
    title: 'Search service without customer keys',
    meaning: 'An AI Search service takes indexes that are encrypted with a key of Microsoft.',
    fix: 'Set encryptionWithCmk.enforcement to Enabled.',
  },
  SearchKeys: {
    title: 'Search service with keys',
    meaning: 'An AI Search service takes admin and query keys.',
    fix: 'Set disableLocalAuth to true, leave out authOptions, and assign roles.',
  },
  SearchReplicas: {
    title: 'Search service with few replicas',
    meaning:
      'An AI Search service has fewer than three replicas, below which its agreement does not cover queries and indexing.',
    fix: 'Set replicaCount to at least 3.',
  },
  SearchSku: {
    title: 'Free search service',
    meaning:
      'An AI Search service has the free tier, which is shared and has neither private endpoints nor an agreement.',
    fix: 'Use the sku basic or standard.',
  },
} as const satisfies Declarations;
