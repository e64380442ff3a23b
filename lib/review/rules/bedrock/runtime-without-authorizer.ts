import { propertyRule } from '../../property-rule';

/** Set AuthorizerConfiguration: the user behind a call is not known to the runtime. */
export const runtimeWithoutAuthorizer = propertyRule(
  {
    code: 'RuntimeWithoutAuthorizer',
    family: 'bedrock',
    pack: 'regulated',
    safeguard: 'authentication',
    rationale: 'The user behind a call is not known to the runtime.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-runtime.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Runtime'],
      path: 'AuthorizerConfiguration',
      must: { set: true },
    },
  ],
);
