import { azureRule } from '../../../azure/azure-rule';

/** Set mode to Blocking or Default: the user has read the text before it is filtered. */
export const contentFilterMode = azureRule(
  {
    code: 'ContentFilterMode',
    family: 'azure',
    pack: 'production',
    safeguard: 'model-safety',
    rationale: 'The user has read the text before it is filtered.',
    source: {
      url: 'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-streaming',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts/raiPolicies'],
      path: 'properties.mode',
      must: { isNot: ['Asynchronous_filter', 'Deferred'] },
    },
  ],
);
