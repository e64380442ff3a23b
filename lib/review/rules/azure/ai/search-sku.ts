import { azureRule } from '../../../azure/azure-rule';

/** Use the sku basic or standard: other customers decide how fast yours is. */
export const searchSku = azureRule(
  {
    code: 'SearchSku',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Other customers decide how fast yours is.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Search/RequirePrivateLinkSupportedResource_Deny.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Search/searchServices'], path: 'sku.name', must: { isNot: ['free'] } }],
);
