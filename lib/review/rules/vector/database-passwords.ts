import { propertyRule } from '../../property-rule';

/** Set EnableIAMDatabaseAuthentication to true: a password is shared, copied and never changed. */
export const databasePasswords = propertyRule(
  {
    code: 'DatabasePasswords',
    family: 'vector',
    pack: 'production',
    safeguard: 'authentication',
    securityHub: ['RDS.10', 'RDS.12'],
    rationale: 'A password is shared, copied and never changed.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::RDS::DBCluster'],
      path: 'EnableIAMDatabaseAuthentication',
      must: { is: [true] },
    },
    {
      types: ['AWS::RDS::DBInstance'],
      path: 'EnableIAMDatabaseAuthentication',
      must: { is: [true] },
      where: ({ properties }) => properties.DBClusterIdentifier === undefined,
    },
  ],
);
