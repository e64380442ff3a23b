import { gatewayDebugErrors } from '../../../../../lib/review/rules/bedrock/gateway-debug-errors';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(gatewayDebugErrors, {
  type: 'AWS::BedrockAgentCore::Gateway',
  right: {},
  wrong: { ExceptionLevel: ['DEBUG'] },
});
