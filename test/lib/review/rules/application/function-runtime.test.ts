import { functionRuntime } from '../../../../../lib/review/rules/application/function-runtime';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionRuntime, {
  type: 'AWS::Lambda::Function',
  right: { Runtime: 'python3.13' },
  wrong: { Runtime: ['python3.8'] },
});
