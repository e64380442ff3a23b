import { azureRule } from '../../../azure/azure-rule';

/** Set disableLocalAuth to true, and assign roles: a key that leaks changes what every application reads. */
export const configStoreKeys = azureRule(
  {
    code: 'ConfigStoreKeys',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'A key that leaks changes what every application reads.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Configuration/DisableLocalAuth_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.AppConfiguration/configurationStores'],
      path: 'properties.disableLocalAuth',
      must: { is: [true] },
    },
  ],
);
