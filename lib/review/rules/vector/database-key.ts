import { propertyRule } from '../../property-rule';

/** Set KmsKeyId: nobody here can revoke the key. */
export const databaseKey = propertyRule(
  {
    code: 'DatabaseKey',
    family: 'vector',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Nobody here can revoke the key.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::RDS::DBCluster'],
      path: 'KmsKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::RDS::DBCluster'],
      path: 'MasterUserSecret.KmsKeyId',
      must: { set: true },
      where: ({ properties }) => properties.ManageMasterUserPassword === true,
    },
    {
      types: ['AWS::RDS::DBInstance'],
      path: 'KmsKeyId',
      must: { set: true },
      where: ({ properties }) => properties.DBClusterIdentifier === undefined,
    },
  ],
);
