import { propertyRule } from '../../property-rule';

/** Set AccessLogSetting, or AccessLogSettings of a version 2 API: nobody can see who called the model. */
export const apiAccessLog = propertyRule(
  {
    code: 'ApiAccessLog',
    family: 'application',
    pack: 'production',
    safeguard: 'logging',
    securityHub: ['APIGateway.9'],
    rationale: 'Nobody can see who called the model.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ApiGateway::Stage'],
      path: 'AccessLogSetting.DestinationArn',
      must: { set: true },
    },
    {
      types: ['AWS::ApiGatewayV2::Stage'],
      path: 'AccessLogSettings.DestinationArn',
      must: { set: true },
    },
  ],
);
