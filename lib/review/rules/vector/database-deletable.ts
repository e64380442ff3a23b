import { propertyRule } from '../../property-rule';

/** Set DeletionProtection to true: all vectors are lost by a mistake. */
export const databaseDeletable = propertyRule(
  {
    code: 'DatabaseDeletable',
    family: 'vector',
    pack: 'production',
    safeguard: 'recovery',
    securityHub: ['RDS.7', 'RDS.8'],
    rationale: 'All vectors are lost by a mistake.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::RDS::DBCluster'],
      path: 'DeletionProtection',
      must: { is: [true] },
    },
    {
      types: ['AWS::RDS::DBInstance'],
      path: 'DeletionProtection',
      must: { is: [true] },
      where: ({ properties }) => properties.DBClusterIdentifier === undefined,
    },
  ],
);
