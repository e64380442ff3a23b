import { azureRule } from '../../../azure/azure-rule';
import { azureValue } from '../../../azure/azure-value';

/** Set networkInjections with your subnet, and useMicrosoftManagedNetwork to false: agents and their tools call any host on the internet. */
export const agentNetwork = azureRule(
  {
    code: 'AgentNetwork',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'Agents and their tools call any host on the internet.',
    source: { url: 'https://learn.microsoft.com/azure/ai-foundry/agents/how-to/virtual-networks', asOf: '2026-12-01' },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts'],
      path: 'properties.networkInjections',
      must: { items: 1 },
      where: (node) => azureValue(node, 'properties.allowProjectManagement') === true,
    },
    {
      types: ['Microsoft.CognitiveServices/accounts'],
      path: 'properties.networkInjections.*.useMicrosoftManagedNetwork',
      must: { isNot: [true] },
    },
  ],
);
