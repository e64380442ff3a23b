import { propertyRule } from '../../property-rule';

/** Set NetworkMode to VPC: what the agent runs reaches the internet with its credentials. */
export const runtimePublic = propertyRule(
  {
    code: 'RuntimePublic',
    family: 'bedrock',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['BedrockAgentCore.1'],
    rationale: 'What the agent runs reaches the internet with its credentials.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Runtime'],
      path: 'NetworkConfiguration.NetworkMode',
      must: { is: ['VPC'] },
    },
  ],
);
