import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Write Mode: ENFORCE or LOG_ONLY: a policy that was meant for the log refuses calls, or the other way round. */
export const gatewayPolicyMode = propertyRule(
  {
    code: 'GatewayPolicyMode',
    family: 'bedrock',
    pack: 'baseline',
    safeguard: 'least-privilege',
    rationale: 'A policy that was meant for the log refuses calls, or the other way round.',
    source: { url: 'https://github.com/aws/agentcore-cli/issues/1910', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Gateway'],
      path: 'PolicyEngineConfiguration.Mode',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'PolicyEngineConfiguration'),
    },
  ],
);
