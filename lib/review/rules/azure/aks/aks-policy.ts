import { azureRule } from '../../../azure/azure-rule';

/** Set addonProfiles.azurepolicy.enabled to true: a privileged pod takes over its node. */
export const aksPolicy = azureRule(
  {
    code: 'AksPolicy',
    family: 'azure',
    pack: 'production',
    safeguard: 'change-control',
    rationale: 'A privileged pod takes over its node.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_AzurePolicyAddOn_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.addonProfiles.azurepolicy.enabled',
      must: { is: [true] },
    },
  ],
);
