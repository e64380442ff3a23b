import { azureRule } from '../../../azure/azure-rule';

/** Set dataEncryption with type AzureKeyVault and a key: you cannot withdraw the key from the service. */
export const postgresKey = azureRule(
  {
    code: 'PostgresKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/PostgreSQL/FlexibleServers_EnableCMK_AINE.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DBforPostgreSQL/flexibleServers'],
      path: 'properties.dataEncryption.type',
      must: { is: ['AzureKeyVault'] },
    },
  ],
);
