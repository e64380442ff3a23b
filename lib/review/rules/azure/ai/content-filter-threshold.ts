import { azureRule } from '../../../azure/azure-rule';

/** Set severityThreshold to Medium or Low: the default of the service blocks more than this policy. */
export const contentFilterThreshold = azureRule(
  {
    code: 'ContentFilterThreshold',
    family: 'azure',
    pack: 'production',
    safeguard: 'model-safety',
    rationale: 'The default of the service blocks more than this policy.',
    source: {
      url: 'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/default-safety-policies',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts/raiPolicies'],
      path: 'properties.contentFilters.*.severityThreshold',
      must: { isNot: ['High'] },
    },
  ],
);
