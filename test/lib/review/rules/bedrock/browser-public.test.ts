import { browserPublic } from '../../../../../lib/review/rules/bedrock/browser-public';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(browserPublic, {
  type: 'AWS::BedrockAgentCore::BrowserCustom',
  right: { NetworkConfiguration: { NetworkMode: 'VPC' } },
  wrong: { 'NetworkConfiguration.NetworkMode': ['PUBLIC', undefined] },
});
