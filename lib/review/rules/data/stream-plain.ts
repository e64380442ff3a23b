import { propertyRule } from '../../property-rule';

/** Set StreamEncryption with a key: prompts in the stream lie in clear text. */
export const streamPlain = propertyRule(
  {
    code: 'StreamPlain',
    family: 'data',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['Kinesis.1'],
    rationale: 'Prompts in the stream lie in clear text.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Kinesis::Stream'],
      path: 'StreamEncryption',
      must: { set: true },
    },
  ],
);
