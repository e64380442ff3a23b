import { apiThrottle } from '../../../../../lib/review/rules/application/api-throttle';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(apiThrottle, {
  type: 'AWS::ApiGateway::Stage',
  right: { MethodSettings: [{ HttpMethod: '*', ThrottlingRateLimit: 10 }] },
  wrong: { 'MethodSettings.0.ThrottlingRateLimit': [undefined] },
});

ruleCases(apiThrottle, {
  type: 'AWS::ApiGatewayV2::Stage',
  right: { DefaultRouteSettings: { ThrottlingRateLimit: 10 } },
  wrong: { 'DefaultRouteSettings.ThrottlingRateLimit': [undefined] },
});
