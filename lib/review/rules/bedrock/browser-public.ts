import { propertyRule } from '../../property-rule';

/** Set NetworkMode to VPC: a page that the agent reads tells it where to send data. */
export const browserPublic = propertyRule(
  {
    code: 'BrowserPublic',
    family: 'bedrock',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['BedrockAgentCore.5'],
    rationale: 'A page that the agent reads tells it where to send data.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::BrowserCustom'],
      path: 'NetworkConfiguration.NetworkMode',
      must: { is: ['VPC'] },
    },
  ],
);
