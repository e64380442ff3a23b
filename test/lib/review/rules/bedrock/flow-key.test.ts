import { flowKey } from '../../../../../lib/review/rules/bedrock/flow-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(flowKey, {
  type: 'AWS::Bedrock::Flow',
  right: { CustomerEncryptionKeyArn: 'x' },
  wrong: { CustomerEncryptionKeyArn: [undefined] },
});
