import { propertyRule } from '../../property-rule';

/** Set SSEEnabled to true and KMSMasterKeyId: conversations have a key that nobody here can revoke. */
export const tableKey = propertyRule(
  {
    code: 'TableKey',
    family: 'data',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Conversations have a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::DynamoDB::Table'],
      path: 'SSESpecification.SSEEnabled',
      must: { is: [true] },
    },
    {
      types: ['AWS::DynamoDB::Table'],
      path: 'SSESpecification.KMSMasterKeyId',
      must: { set: true },
    },
  ],
);
