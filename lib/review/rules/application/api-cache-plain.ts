import { propertyRule } from '../../property-rule';

/** Set CacheDataEncrypted to true: answers of the model lie in clear text. */
export const apiCachePlain = propertyRule(
  {
    code: 'ApiCachePlain',
    family: 'application',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['APIGateway.5'],
    rationale: 'Answers of the model lie in clear text.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ApiGateway::Stage'],
      path: 'MethodSettings.*.CacheDataEncrypted',
      must: { is: [true] },
      where: ({ properties }) => properties.CacheClusterEnabled === true,
    },
  ],
);
