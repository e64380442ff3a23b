import { propertyRule } from '../../property-rule';

/** Set StorageEncrypted to true: a copy of a snapshot is a copy of the vectors. */
export const databasePlain = propertyRule(
  {
    code: 'DatabasePlain',
    family: 'vector',
    pack: 'baseline',
    safeguard: 'encryption-at-rest',
    securityHub: ['RDS.3', 'RDS.27'],
    rationale: 'A copy of a snapshot is a copy of the vectors.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::RDS::DBCluster'],
      path: 'StorageEncrypted',
      must: { is: [true] },
    },
    {
      types: ['AWS::RDS::DBInstance'],
      path: 'StorageEncrypted',
      must: { is: [true] },
      where: ({ properties }) => properties.DBClusterIdentifier === undefined,
    },
  ],
);
