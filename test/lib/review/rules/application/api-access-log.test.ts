import { apiAccessLog } from '../../../../../lib/review/rules/application/api-access-log';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(apiAccessLog, {
  type: 'AWS::ApiGateway::Stage',
  right: { AccessLogSetting: { DestinationArn: 'x' } },
  wrong: { 'AccessLogSetting.DestinationArn': [undefined] },
});

ruleCases(apiAccessLog, {
  type: 'AWS::ApiGatewayV2::Stage',
  right: { AccessLogSettings: { DestinationArn: 'x' } },
  wrong: { 'AccessLogSettings.DestinationArn': [undefined] },
});
