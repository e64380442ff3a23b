import { azureRule } from '../../../azure/azure-rule';

/** Set encryptionWithCmk.enforcement to Enabled: you cannot withdraw the key from the service. */
export const searchKey = azureRule(
  {
    code: 'SearchKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Search/CMK_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Search/searchServices'],
      path: 'properties.encryptionWithCmk.enforcement',
      must: { is: ['Enabled'] },
    },
  ],
);
