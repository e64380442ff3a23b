import { apiTracing } from '../../../../../lib/review/rules/application/api-tracing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(apiTracing, {
  type: 'AWS::ApiGateway::Stage',
  right: { TracingEnabled: true },
  wrong: { TracingEnabled: [false, undefined] },
});
