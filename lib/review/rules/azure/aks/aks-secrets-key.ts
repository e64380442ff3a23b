import { azureRule } from '../../../azure/azure-rule';

/** Set securityProfile.azureKeyVaultKms.enabled to true, with a key: you cannot withdraw the key from the service. */
export const aksSecretsKey = azureRule(
  {
    code: 'AksSecretsKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_EnableKMS.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.securityProfile.azureKeyVaultKms.enabled',
      must: { is: [true] },
    },
  ],
);
