import { guardrailKey } from '../../../../../lib/review/rules/bedrock/guardrail-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guardrailKey, {
  type: 'AWS::Bedrock::Guardrail',
  right: { KmsKeyArn: 'x' },
  wrong: { KmsKeyArn: [undefined] },
});
