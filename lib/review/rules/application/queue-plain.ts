import { propertyRule } from '../../property-rule';

/** Set KmsMasterKeyId: prompts in the queue have a key that nobody here can revoke. */
export const queuePlain = propertyRule(
  {
    code: 'QueuePlain',
    family: 'application',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['SQS.1'],
    rationale: 'Prompts in the queue have a key that nobody here can revoke.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::SQS::Queue'],
      path: 'KmsMasterKeyId',
      must: { set: true },
    },
  ],
);
