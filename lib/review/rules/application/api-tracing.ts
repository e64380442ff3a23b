import { propertyRule } from '../../property-rule';

/** Set TracingEnabled to true: a slow answer cannot be explained. */
export const apiTracing = propertyRule(
  {
    code: 'ApiTracing',
    family: 'application',
    pack: 'production',
    safeguard: 'logging',
    securityHub: ['APIGateway.3'],
    rationale: 'A slow answer cannot be explained.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ApiGateway::Stage'],
      path: 'TracingEnabled',
      must: { is: [true] },
    },
  ],
);
