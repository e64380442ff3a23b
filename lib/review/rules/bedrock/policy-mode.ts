import { propertyRule } from '../../property-rule';

/** Write EnforcementMode: a policy that was meant for the log refuses calls, or the other way round. */
export const policyMode = propertyRule(
  {
    code: 'PolicyMode',
    family: 'bedrock',
    pack: 'baseline',
    safeguard: 'least-privilege',
    rationale: 'A policy that was meant for the log refuses calls, or the other way round.',
    source: { url: 'https://github.com/aws/agentcore-cli/issues/1910', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Policy'],
      path: 'EnforcementMode',
      must: { set: true },
    },
  ],
);
