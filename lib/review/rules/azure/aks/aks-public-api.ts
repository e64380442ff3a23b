import { azureRule } from '../../../azure/azure-rule';

/** Set apiServerAccessProfile.enablePrivateCluster to true, and publicNetworkAccess to Disabled: the cluster is protected by credentials alone. */
export const aksPublicApi = azureRule(
  {
    code: 'AksPublicApi',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'The cluster is protected by credentials alone.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_PrivateCluster_Deny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.apiServerAccessProfile.enablePrivateCluster',
      must: { is: [true] },
    },
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.publicNetworkAccess',
      must: { isNot: ['Enabled'] },
    },
  ],
);
