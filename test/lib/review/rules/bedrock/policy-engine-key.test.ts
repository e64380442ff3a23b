import { policyEngineKey } from '../../../../../lib/review/rules/bedrock/policy-engine-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(policyEngineKey, {
  type: 'AWS::BedrockAgentCore::PolicyEngine',
  right: { EncryptionKeyArn: 'x' },
  wrong: { EncryptionKeyArn: [undefined] },
});
