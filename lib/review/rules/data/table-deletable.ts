import { propertyRule } from '../../property-rule';

/** Set DeletionProtectionEnabled to true: all conversations are lost by a mistake. */
export const tableDeletable = propertyRule(
  {
    code: 'TableDeletable',
    family: 'data',
    pack: 'production',
    safeguard: 'recovery',
    securityHub: ['DynamoDB.6'],
    rationale: 'All conversations are lost by a mistake.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::DynamoDB::Table'],
      path: 'DeletionProtectionEnabled',
      must: { is: [true] },
    },
  ],
);
