import { azureRule } from '../../../azure/azure-rule';

/** Set publicNetworkAccess to Disabled, and put a gateway in front: the app is protected by its own checks alone. */
export const webAppPublic = azureRule(
  {
    code: 'WebAppPublic',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'The app is protected by its own checks alone.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Service/WebApp_PublicNetworkAccess_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Web/sites'], path: 'properties.publicNetworkAccess', must: { is: ['Disabled'] } }],
);
