import { azureRule } from '../../../azure/azure-rule';

/** Set threadStorageConnections, storageConnections and vectorStoreConnections: conversations are kept in accounts of Microsoft, outside of your keys and network. */
export const agentStores = azureRule(
  {
    code: 'AgentStores',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'Conversations are kept in accounts of Microsoft, outside of your keys and network.',
    source: {
      url: 'https://learn.microsoft.com/azure/ai-foundry/agents/concepts/capability-hosts',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts/projects/capabilityHosts'],
      path: 'properties.threadStorageConnections',
      must: { items: 1 },
    },
    {
      types: ['Microsoft.CognitiveServices/accounts/projects/capabilityHosts'],
      path: 'properties.storageConnections',
      must: { items: 1 },
    },
    {
      types: ['Microsoft.CognitiveServices/accounts/projects/capabilityHosts'],
      path: 'properties.vectorStoreConnections',
      must: { items: 1 },
    },
  ],
);
