import { azureRule } from '../../../azure/azure-rule';

/** Name origins in allowedOrigins: any page that a user visits calls the app as that user. */
export const appCors = azureRule(
  {
    code: 'AppCors',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'Any page that a user visits calls the app as that user.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Service/RestrictCORSAccess_WebApp_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.App/containerApps'],
      path: 'properties.configuration.ingress.corsPolicy.allowedOrigins.*',
      must: { isNot: ['*'] },
    },
    { types: ['Microsoft.Web/sites'], path: 'properties.siteConfig.cors.allowedOrigins.*', must: { isNot: ['*'] } },
  ],
);
