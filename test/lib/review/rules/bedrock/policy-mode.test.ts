import { policyMode } from '../../../../../lib/review/rules/bedrock/policy-mode';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(policyMode, {
  type: 'AWS::BedrockAgentCore::Policy',
  right: { EnforcementMode: 'ACTIVE' },
  wrong: { EnforcementMode: [undefined] },
});
