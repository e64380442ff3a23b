import { azureRule } from '../../../azure/azure-rule';

/** Set diskEncryptionSetID, and enableEncryptionAtHost in each pool: weights and prompts on disks are not under your key. */
export const aksDisks = azureRule(
  {
    code: 'AksDisks',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'Weights and prompts on disks are not under your key.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_CMK_Deny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.diskEncryptionSetID',
      must: { set: true },
    },
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.agentPoolProfiles.*.enableEncryptionAtHost',
      must: { is: [true] },
    },
    {
      types: ['Microsoft.ContainerService/managedClusters/agentPools'],
      path: 'properties.enableEncryptionAtHost',
      must: { is: [true] },
    },
  ],
);
