import { runtimePublic } from '../../../../../lib/review/rules/bedrock/runtime-public';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(runtimePublic, {
  type: 'AWS::BedrockAgentCore::Runtime',
  right: { NetworkConfiguration: { NetworkMode: 'VPC' } },
  wrong: { 'NetworkConfiguration.NetworkMode': ['PUBLIC', undefined] },
});
