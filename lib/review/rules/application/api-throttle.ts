import { propertyRule } from '../../property-rule';

/** Set ThrottlingRateLimit and ThrottlingBurstLimit: one caller uses the whole capacity of the model. */
export const apiThrottle = propertyRule(
  {
    code: 'ApiThrottle',
    family: 'application',
    pack: 'production',
    safeguard: 'consumption',
    rationale: 'One caller uses the whole capacity of the model.',
    source: {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ApiGateway::Stage'],
      path: 'MethodSettings.*.ThrottlingRateLimit',
      must: { set: true },
    },
    {
      types: ['AWS::ApiGatewayV2::Stage'],
      path: 'DefaultRouteSettings.ThrottlingRateLimit',
      must: { set: true },
    },
  ],
);
