import { propertyRule } from '../../property-rule';

/** Set ValidationMode to FAIL_ON_ANY_FINDINGS: a policy that refers to what does not exist never refuses. */
export const policyValidation = propertyRule(
  {
    code: 'PolicyValidation',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'A policy that refers to what does not exist never refuses.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-policy.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Policy'],
      path: 'ValidationMode',
      must: { isNot: ['IGNORE_ALL_FINDINGS'] },
    },
  ],
);
