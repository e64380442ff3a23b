import { evaluatorKey } from '../../../../../lib/review/rules/bedrock/evaluator-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(evaluatorKey, {
  type: 'AWS::BedrockAgentCore::Evaluator',
  right: { KmsKeyArn: 'x' },
  wrong: { KmsKeyArn: [undefined] },
});

ruleCases(evaluatorKey, {
  type: 'AWS::BedrockAgentCore::Dataset',
  right: { KmsKeyArn: 'x' },
  wrong: { KmsKeyArn: [undefined] },
});
