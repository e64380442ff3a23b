import { azureRule } from '../../../azure/azure-rule';

/** Set authConfig with passwordAuth Disabled and activeDirectoryAuth Enabled: a password that leaks opens the database from everywhere in the network. */
export const postgresPasswords = azureRule(
  {
    code: 'PostgresPasswords',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'A password that leaks opens the database from everywhere in the network.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/PostgreSQL/FlexibleServers_ProvisionEntraAdmin_AINE.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DBforPostgreSQL/flexibleServers'],
      path: 'properties.authConfig.passwordAuth',
      must: { is: ['Disabled'] },
    },
    {
      types: ['Microsoft.DBforPostgreSQL/flexibleServers'],
      path: 'properties.authConfig.activeDirectoryAuth',
      must: { is: ['Enabled'] },
    },
  ],
);
