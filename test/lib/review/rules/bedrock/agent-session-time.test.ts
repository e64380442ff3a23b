import { agentSessionTime } from '../../../../../lib/review/rules/bedrock/agent-session-time';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(agentSessionTime, {
  type: 'AWS::Bedrock::Agent',
  right: { IdleSessionTTLInSeconds: 600 },
  wrong: { IdleSessionTTLInSeconds: [5400] },
});
