import { agentWithoutGuardrail } from '../../../../../lib/review/rules/bedrock/agent-without-guardrail';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(agentWithoutGuardrail, {
  type: 'AWS::Bedrock::Agent',
  right: { GuardrailConfiguration: { GuardrailIdentifier: 'x', GuardrailVersion: '1' } },
  wrong: { GuardrailConfiguration: [undefined] },
});
