import { propertyRule } from '../../property-rule';

/** Set PubliclyAccessible to false: the database is protected by its password alone. */
export const databasePublic = propertyRule(
  {
    code: 'DatabasePublic',
    family: 'vector',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['RDS.2'],
    rationale: 'The database is protected by its password alone.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::RDS::DBInstance'],
      path: 'PubliclyAccessible',
      must: { is: [false] },
    },
    {
      types: ['AWS::RDS::DBCluster'],
      path: 'PubliclyAccessible',
      must: { isNot: [true] },
    },
  ],
);
