import { propertyRule } from '../../property-rule';

/** Set PointInTimeRecoveryEnabled to true: conversations that are overwritten are lost. */
export const tableRecovery = propertyRule(
  {
    code: 'TableRecovery',
    family: 'data',
    pack: 'production',
    safeguard: 'recovery',
    securityHub: ['DynamoDB.2'],
    rationale: 'Conversations that are overwritten are lost.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::DynamoDB::Table'],
      path: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      must: { is: [true] },
    },
  ],
);
