import { propertyRule } from '../../property-rule';

/** Set IdleSessionTTLInSeconds to at most 3600: a session that was taken over is used for a day. */
export const agentSessionTime = propertyRule(
  {
    code: 'AgentSessionTime',
    family: 'bedrock',
    pack: 'baseline',
    safeguard: 'consumption',
    rationale: 'A session that was taken over is used for a day.',
    source: {
      url: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_CreateAgent.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::Agent'],
      path: 'IdleSessionTTLInSeconds',
      must: { atMost: 3600 },
    },
  ],
);
