import { agentSessionKey } from '../../../../../lib/review/rules/bedrock/agent-session-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(agentSessionKey, {
  type: 'AWS::Bedrock::Session',
  right: { EncryptionKeyArn: 'x' },
  wrong: { EncryptionKeyArn: [undefined] },
});
