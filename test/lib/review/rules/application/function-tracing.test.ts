import { functionTracing } from '../../../../../lib/review/rules/application/function-tracing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionTracing, {
  type: 'AWS::Lambda::Function',
  right: { TracingConfig: { Mode: 'Active' } },
  wrong: { 'TracingConfig.Mode': ['PassThrough', undefined] },
});
