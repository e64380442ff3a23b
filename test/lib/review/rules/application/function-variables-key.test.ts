import { functionVariablesKey } from '../../../../../lib/review/rules/application/function-variables-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionVariablesKey, {
  type: 'AWS::Lambda::Function',
  right: { Environment: { Variables: { A: 'b' } }, KmsKeyArn: 'x' },
  wrong: { KmsKeyArn: [undefined] },
});
