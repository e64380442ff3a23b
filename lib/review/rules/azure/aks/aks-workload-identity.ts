import { azureRule } from '../../../azure/azure-rule';

/** Set securityProfile.workloadIdentity.enabled and oidcIssuerProfile.enabled to true: pods use secrets, or the identity of the node. */
export const aksWorkloadIdentity = azureRule(
  {
    code: 'AksWorkloadIdentity',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'Pods use secrets, or the identity of the node.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_WorkloadIdentity_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.securityProfile.workloadIdentity.enabled',
      must: { is: [true] },
    },
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.oidcIssuerProfile.enabled',
      must: { is: [true] },
    },
  ],
);
