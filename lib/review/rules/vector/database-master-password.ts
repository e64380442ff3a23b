import { propertyRule } from '../../property-rule';

/** Set ManageMasterUserPassword to true: the password is in the template, and nobody changes it. */
export const databaseMasterPassword = propertyRule(
  {
    code: 'DatabaseMasterPassword',
    family: 'vector',
    pack: 'baseline',
    safeguard: 'secrets',
    rationale: 'The password is in the template, and nobody changes it.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::RDS::DBCluster'],
      path: 'ManageMasterUserPassword',
      must: { is: [true] },
    },
    {
      types: ['AWS::RDS::DBInstance'],
      path: 'ManageMasterUserPassword',
      must: { is: [true] },
      where: ({ properties }) => properties.DBClusterIdentifier === undefined,
    },
  ],
);
