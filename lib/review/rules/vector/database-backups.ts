import { propertyRule } from '../../property-rule';

/** Set BackupRetentionPeriod to at least 7: a mistake that is found after some days cannot be undone. */
export const databaseBackups = propertyRule(
  {
    code: 'DatabaseBackups',
    family: 'vector',
    pack: 'production',
    safeguard: 'recovery',
    securityHub: ['RDS.11'],
    rationale: 'A mistake that is found after some days cannot be undone.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::RDS::DBCluster'],
      path: 'BackupRetentionPeriod',
      must: { atLeast: 7 },
    },
    {
      types: ['AWS::RDS::DBInstance'],
      path: 'BackupRetentionPeriod',
      must: { atLeast: 7 },
      where: ({ properties }) => properties.DBClusterIdentifier === undefined,
    },
  ],
);
