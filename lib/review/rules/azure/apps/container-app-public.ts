import { azureRule } from '../../../azure/azure-rule';

/** Set ingress.external to false, and put a gateway in front: the app is protected by its own checks alone. */
export const containerAppPublic = azureRule(
  {
    code: 'ContainerAppPublic',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'The app is protected by its own checks alone.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Apps/ContainerAppInternal_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.App/containerApps'],
      path: 'properties.configuration.ingress.external',
      must: { isNot: [true] },
    },
  ],
);
