import { azureRule } from '../../../azure/azure-rule';

/** Set enabled and blocking to true: harmful text reaches the model or the user. */
export const contentFilterOff = azureRule(
  {
    code: 'ContentFilterOff',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'model-safety',
    rationale: 'Harmful text reaches the model or the user.',
    source: {
      url: 'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/default-safety-policies',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts/raiPolicies'],
      path: 'properties.contentFilters.*.enabled',
      must: { isNot: [false] },
    },
    {
      types: ['Microsoft.CognitiveServices/accounts/raiPolicies'],
      path: 'properties.contentFilters.*.blocking',
      must: { isNot: [false] },
    },
  ],
);
