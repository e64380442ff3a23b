import { gatewayAuthenticatesOnly } from '../../../../../lib/review/rules/bedrock/gateway-authenticates-only';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(gatewayAuthenticatesOnly, {
  type: 'AWS::BedrockAgentCore::Gateway',
  right: { AuthorizerType: 'CUSTOM_JWT' },
  wrong: { AuthorizerType: ['AUTHENTICATE_ONLY'] },
});
