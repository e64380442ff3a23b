import { propertyRule } from '../../property-rule';

/** Set NetworkMode to VPC: code that a prompt wrote reaches the internet or S3. */
export const codeInterpreterPublic = propertyRule(
  {
    code: 'CodeInterpreterPublic',
    family: 'bedrock',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['BedrockAgentCore.7'],
    rationale: 'Code that a prompt wrote reaches the internet or S3.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::CodeInterpreterCustom'],
      path: 'NetworkConfiguration.NetworkMode',
      must: { is: ['VPC'] },
    },
  ],
);
