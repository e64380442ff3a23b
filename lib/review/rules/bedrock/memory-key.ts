import { propertyRule } from '../../property-rule';

/** Set EncryptionKeyArn: the memory holds conversations. */
export const memoryKey = propertyRule(
  {
    code: 'MemoryKey',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['BedrockAgentCore.3'],
    rationale: 'The memory holds conversations.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Memory'],
      path: 'EncryptionKeyArn',
      must: { set: true },
    },
  ],
);
