import { azureRule } from '../../../azure/azure-rule';

/** Set anonymousPullEnabled to false: images with code and weights are public. */
export const registryAnonymous = azureRule(
  {
    code: 'RegistryAnonymous',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'Images with code and weights are public.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Registry/ACR_AnonymousPullDisabled_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerRegistry/registries'],
      path: 'properties.anonymousPullEnabled',
      must: { isNot: [true] },
    },
  ],
);
