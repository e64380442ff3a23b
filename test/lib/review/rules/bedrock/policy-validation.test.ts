import { policyValidation } from '../../../../../lib/review/rules/bedrock/policy-validation';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(policyValidation, {
  type: 'AWS::BedrockAgentCore::Policy',
  right: { ValidationMode: 'FAIL_ON_ANY_FINDINGS' },
  wrong: { ValidationMode: ['IGNORE_ALL_FINDINGS'] },
});
