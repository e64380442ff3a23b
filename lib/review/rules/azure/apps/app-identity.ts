import { azureRule } from '../../../azure/azure-rule';

/** Set identity to SystemAssigned or UserAssigned: it reaches models and data with secrets instead. */
export const appIdentity = azureRule(
  {
    code: 'AppIdentity',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'It reaches models and data with secrets instead.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Apps/ManagedIdentity_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.App/containerApps', 'Microsoft.Web/sites', 'Microsoft.ApiManagement/service'],
      path: 'identity.type',
      must: { isNot: ['None'] },
      mayBeAbsent: false,
    },
  ],
);
