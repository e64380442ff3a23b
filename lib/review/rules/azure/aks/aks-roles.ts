import { azureRule } from '../../../azure/azure-rule';

/** Set aadProfile with managed true and enableAzureRBAC true: rights in the cluster are not reviewed with the others. */
export const aksRoles = azureRule(
  {
    code: 'AksRoles',
    family: 'azure',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'Rights in the cluster are not reviewed with the others.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_AAD_Integration_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.aadProfile.managed',
      must: { is: [true] },
    },
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.aadProfile.enableAzureRBAC',
      must: { is: [true] },
    },
  ],
);
