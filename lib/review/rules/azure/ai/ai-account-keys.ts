import { azureRule } from '../../../azure/azure-rule';

/** Set disableLocalAuth to true, and assign roles: a key that leaks calls every model without a trace of who used it. */
export const aiAccountKeys = azureRule(
  {
    code: 'AiAccountKeys',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'A key that leaks calls every model without a trace of who used it.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Azure%20Ai%20Services/DisableLocalAuth_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.CognitiveServices/accounts'], path: 'properties.disableLocalAuth', must: { is: [true] } }],
);
