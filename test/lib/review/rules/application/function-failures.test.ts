import { functionFailures } from '../../../../../lib/review/rules/application/function-failures';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionFailures, {
  type: 'AWS::Lambda::Function',
  right: { DeadLetterConfig: { TargetArn: 'x' } },
  wrong: { 'DeadLetterConfig.TargetArn': [undefined] },
});
