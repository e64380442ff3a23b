import { gatewayWithoutPolicies } from '../../../../../lib/review/rules/bedrock/gateway-without-policies';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(gatewayWithoutPolicies, {
  type: 'AWS::BedrockAgentCore::Gateway',
  right: { PolicyEngineConfiguration: { Arn: 'x', Mode: 'ENFORCE' } },
  wrong: { PolicyEngineConfiguration: [undefined] },
});
