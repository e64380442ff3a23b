import { azureRule } from '../../../azure/azure-rule';

/** Set securityProfile.sshAccess to Disabled in each pool: who has a key of a node reads every pod on it. */
export const aksNodeShell = azureRule(
  {
    code: 'AksNodeShell',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'Who has a key of a node reads every pod on it.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_DisableSSH_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.agentPoolProfiles.*.securityProfile.sshAccess',
      must: { is: ['Disabled', 'EntraId'] },
    },
    {
      types: ['Microsoft.ContainerService/managedClusters/agentPools'],
      path: 'properties.securityProfile.sshAccess',
      must: { is: ['Disabled', 'EntraId'] },
    },
  ],
);
