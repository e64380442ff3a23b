import { propertyRule } from '../../property-rule';

/** Set Enabled and S3Location of RecordingConfig: nobody can see what the agent did. */
export const browserNotRecorded = propertyRule(
  {
    code: 'BrowserNotRecorded',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'logging',
    securityHub: ['BedrockAgentCore.6'],
    rationale: 'Nobody can see what the agent did.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::BrowserCustom'],
      path: 'RecordingConfig.Enabled',
      must: { is: [true] },
    },
    {
      types: ['AWS::BedrockAgentCore::BrowserCustom'],
      path: 'RecordingConfig.S3Location',
      must: { set: true },
    },
  ],
);
