import { functionConcurrency } from '../../../../../lib/review/rules/application/function-concurrency';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionConcurrency, {
  type: 'AWS::Lambda::Function',
  right: { ReservedConcurrentExecutions: 10 },
  wrong: { ReservedConcurrentExecutions: [undefined] },
});
