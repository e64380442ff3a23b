import { azureRule } from '../../../azure/azure-rule';

/** Set apiServerAccessProfile.disableRunCommand to true: the private API has a public door. */
export const aksRunCommand = azureRule(
  {
    code: 'AksRunCommand',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'The private API has a public door.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_DisableRunCommand_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.apiServerAccessProfile.disableRunCommand',
      must: { is: [true] },
    },
  ],
);
