import { azureRule } from '../../../azure/azure-rule';

/** Set restrictOutboundNetworkAccess to true, and name hosts in allowedFqdnList: a prompt that names a URL sends data there. */
export const aiAccountOutbound = azureRule(
  {
    code: 'AiAccountOutbound',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'A prompt that names a URL sends data there.',
    source: {
      url: 'https://learn.microsoft.com/azure/ai-services/cognitive-services-data-loss-prevention',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts'],
      path: 'properties.restrictOutboundNetworkAccess',
      must: { is: [true] },
    },
  ],
);
