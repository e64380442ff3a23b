import { apiDataTrace } from '../../../../../lib/review/rules/application/api-data-trace';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(apiDataTrace, {
  type: 'AWS::ApiGateway::Stage',
  right: { MethodSettings: [{ HttpMethod: '*', DataTraceEnabled: false }] },
  wrong: { 'MethodSettings.0.DataTraceEnabled': [true] },
});
