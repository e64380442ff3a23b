import { gatewayPolicyLogOnly } from '../../../../../lib/review/rules/bedrock/gateway-policy-log-only';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(gatewayPolicyLogOnly, {
  type: 'AWS::BedrockAgentCore::Gateway',
  right: { PolicyEngineConfiguration: { Mode: 'ENFORCE' } },
  wrong: { 'PolicyEngineConfiguration.Mode': ['LOG_ONLY'] },
});

ruleCases(gatewayPolicyLogOnly, {
  type: 'AWS::BedrockAgentCore::Policy',
  right: { EnforcementMode: 'ACTIVE' },
  wrong: { EnforcementMode: ['LOG_ONLY'] },
});
