import { promptTokenLimit } from '../../../../../lib/review/rules/bedrock/prompt-token-limit';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(promptTokenLimit, {
  type: 'AWS::Bedrock::Prompt',
  right: { Variants: [{ Name: 'a', InferenceConfiguration: { Text: { MaxTokens: 500 } } }] },
  wrong: { 'Variants.0.InferenceConfiguration.Text.MaxTokens': [undefined] },
});
