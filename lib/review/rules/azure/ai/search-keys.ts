import { azureRule } from '../../../azure/azure-rule';

/** Set disableLocalAuth to true, leave out authOptions, and assign roles: a key that leaks reads every index without a trace of who used it. */
export const searchKeys = azureRule(
  {
    code: 'SearchKeys',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'A key that leaks reads every index without a trace of who used it.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Search/DisableLocalAuth_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.Search/searchServices'], path: 'properties.disableLocalAuth', must: { is: [true] } },
    { types: ['Microsoft.Search/searchServices'], path: 'properties.authOptions', must: { absent: true } },
  ],
);
