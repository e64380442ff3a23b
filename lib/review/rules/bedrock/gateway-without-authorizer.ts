import { propertyRule } from '../../property-rule';

/** Set AuthorizerType to AWS_IAM or CUSTOM_JWT: everybody can call the tools of the agent. */
export const gatewayWithoutAuthorizer = propertyRule(
  {
    code: 'GatewayWithoutAuthorizer',
    family: 'bedrock',
    pack: 'baseline',
    safeguard: 'authentication',
    securityHub: ['BedrockAgentCore.2'],
    rationale: 'Everybody can call the tools of the agent.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Gateway'],
      path: 'AuthorizerType',
      must: { isNot: ['NONE'] },
    },
  ],
);
