import { propertyRule } from '../../property-rule';

/** Set DataTraceEnabled to false: prompts of users are in the log. */
export const apiDataTrace = propertyRule(
  {
    code: 'ApiDataTrace',
    family: 'application',
    pack: 'production',
    safeguard: 'personal-data',
    rationale: 'Prompts of users are in the log.',
    source: {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ApiGateway::Stage'],
      path: 'MethodSettings.*.DataTraceEnabled',
      must: { isNot: [true] },
    },
  ],
);
