import { gatewayKey } from '../../../../../lib/review/rules/bedrock/gateway-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(gatewayKey, {
  type: 'AWS::BedrockAgentCore::Gateway',
  right: { KmsKeyArn: 'x' },
  wrong: { KmsKeyArn: [undefined] },
});
