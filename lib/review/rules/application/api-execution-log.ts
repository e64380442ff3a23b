import { propertyRule } from '../../property-rule';

/** Set LoggingLevel of MethodSettings to ERROR or INFO: a failed call cannot be explained. */
export const apiExecutionLog = propertyRule(
  {
    code: 'ApiExecutionLog',
    family: 'application',
    pack: 'production',
    safeguard: 'logging',
    securityHub: ['APIGateway.1'],
    rationale: 'A failed call cannot be explained.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ApiGateway::Stage'],
      path: 'MethodSettings.*.LoggingLevel',
      must: { is: ['ERROR', 'INFO'] },
    },
  ],
);
