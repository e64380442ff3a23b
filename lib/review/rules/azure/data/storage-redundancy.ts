import { azureRule } from '../../../azure/azure-rule';

/** Use a sku with ZRS or GZRS: the loss of a zone takes the data with it. */
export const storageRedundancy = azureRule(
  {
    code: 'StorageRedundancy',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone takes the data with it.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/GeoRedundant_StorageAccounts_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Storage/storageAccounts'],
      path: 'sku.name',
      must: { isNot: ['Standard_LRS', 'Premium_LRS', 'StandardV2_LRS', 'PremiumV2_LRS'] },
    },
  ],
);
