import { agentKey } from '../../../../../lib/review/rules/bedrock/agent-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(agentKey, {
  type: 'AWS::Bedrock::Agent',
  right: { CustomerEncryptionKeyArn: 'x' },
  wrong: { CustomerEncryptionKeyArn: [undefined] },
});
