import { propertyRule } from '../../property-rule';

/** Set KmsKeyArn: the data has a key that nobody here can revoke. */
export const evaluatorKey = propertyRule(
  {
    code: 'EvaluatorKey',
    family: 'bedrock',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'The data has a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-evaluator.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Evaluator'],
      path: 'KmsKeyArn',
      must: { set: true },
    },
    {
      types: ['AWS::BedrockAgentCore::Dataset'],
      path: 'KmsKeyArn',
      must: { set: true },
    },
  ],
);
