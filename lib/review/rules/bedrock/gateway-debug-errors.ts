import { propertyRule } from '../../property-rule';

/** Leave out ExceptionLevel: callers learn names and addresses of what is inside. */
export const gatewayDebugErrors = propertyRule(
  {
    code: 'GatewayDebugErrors',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Callers learn names and addresses of what is inside.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gateway.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Gateway'],
      path: 'ExceptionLevel',
      must: { isNot: ['DEBUG'] },
    },
  ],
);
