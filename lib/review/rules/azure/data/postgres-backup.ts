import { azureRule } from '../../../azure/azure-rule';

/** Set backup.geoRedundantBackup to Enabled, and backupRetentionDays to at least 7: the loss of a region takes the backups with it. */
export const postgresBackup = azureRule(
  {
    code: 'PostgresBackup',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'recovery',
    rationale: 'The loss of a region takes the backups with it.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/PostgreSQL/FlexibleServers_GeoRedundant_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DBforPostgreSQL/flexibleServers'],
      path: 'properties.backup.geoRedundantBackup',
      must: { is: ['Enabled'] },
    },
    {
      types: ['Microsoft.DBforPostgreSQL/flexibleServers'],
      path: 'properties.backup.backupRetentionDays',
      must: { atLeast: 7 },
      mayBeAbsent: true,
    },
  ],
);
