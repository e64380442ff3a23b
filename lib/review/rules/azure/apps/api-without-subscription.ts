import { azureRule } from '../../../azure/azure-rule';

/** Set subscriptionRequired to true: nobody can tell callers apart, or limit one of them. */
export const apiWithoutSubscription = azureRule(
  {
    code: 'ApiWithoutSubscription',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'Nobody can tell callers apart, or limit one of them.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [
    {
      types: ['Microsoft.ApiManagement/service/apis'],
      path: 'properties.subscriptionRequired',
      must: { isNot: [false] },
    },
  ],
);
