import { gatewayPolicyMode } from '../../../../../lib/review/rules/bedrock/gateway-policy-mode';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(gatewayPolicyMode, {
  type: 'AWS::BedrockAgentCore::Gateway',
  right: { PolicyEngineConfiguration: { Arn: 'x', Mode: 'ENFORCE' } },
  wrong: { 'PolicyEngineConfiguration.Mode': [undefined] },
});
