import { codeInterpreterPublic } from '../../../../../lib/review/rules/bedrock/code-interpreter-public';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(codeInterpreterPublic, {
  type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
  right: { NetworkConfiguration: { NetworkMode: 'VPC' } },
  wrong: { 'NetworkConfiguration.NetworkMode': ['SANDBOX', undefined] },
});
