import { apiExecutionLog } from '../../../../../lib/review/rules/application/api-execution-log';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(apiExecutionLog, {
  type: 'AWS::ApiGateway::Stage',
  right: { MethodSettings: [{ HttpMethod: '*', LoggingLevel: 'ERROR' }] },
  wrong: { 'MethodSettings.0.LoggingLevel': ['OFF', undefined] },
});
