import { memoryKey } from '../../../../../lib/review/rules/bedrock/memory-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(memoryKey, {
  type: 'AWS::BedrockAgentCore::Memory',
  right: { EncryptionKeyArn: 'x' },
  wrong: { EncryptionKeyArn: [undefined] },
});
