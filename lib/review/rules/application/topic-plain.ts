import { propertyRule } from '../../property-rule';

/** Set KmsMasterKeyId: messages have a key that nobody here can revoke. */
export const topicPlain = propertyRule(
  {
    code: 'TopicPlain',
    family: 'application',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['SNS.1'],
    rationale: 'Messages have a key that nobody here can revoke.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::SNS::Topic'],
      path: 'KmsMasterKeyId',
      must: { set: true },
    },
  ],
);
