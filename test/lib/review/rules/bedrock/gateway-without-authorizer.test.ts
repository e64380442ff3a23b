import { gatewayWithoutAuthorizer } from '../../../../../lib/review/rules/bedrock/gateway-without-authorizer';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(gatewayWithoutAuthorizer, {
  type: 'AWS::BedrockAgentCore::Gateway',
  right: { AuthorizerType: 'AWS_IAM' },
  wrong: { AuthorizerType: ['NONE'] },
});
