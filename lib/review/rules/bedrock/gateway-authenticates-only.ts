import { knownAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set AuthorizerType to AWS_IAM or CUSTOM_JWT, or add a policy engine with Mode ENFORCE: every known caller can call every tool. */
export const gatewayAuthenticatesOnly = propertyRule(
  {
    code: 'GatewayAuthenticatesOnly',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'Every known caller can call every tool.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gateway.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Gateway'],
      path: 'AuthorizerType',
      must: { isNot: ['AUTHENTICATE_ONLY'] },
      where: ({ properties }) => knownAt(properties, 'PolicyEngineConfiguration.Mode') !== 'ENFORCE',
    },
  ],
);
