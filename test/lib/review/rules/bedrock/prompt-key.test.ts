import { promptKey } from '../../../../../lib/review/rules/bedrock/prompt-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(promptKey, {
  type: 'AWS::Bedrock::Prompt',
  right: { CustomerEncryptionKeyArn: 'x' },
  wrong: { CustomerEncryptionKeyArn: [undefined] },
});
