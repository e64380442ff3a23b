import { azureRule } from '../../../azure/azure-rule';

/** Set enableNodePublicIP to false: nodes can be reached from the internet. */
export const aksNodePublic = azureRule(
  {
    code: 'AksNodePublic',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'Nodes can be reached from the internet.',
    source: { url: 'https://learn.microsoft.com/azure/aks/use-node-public-ips', asOf: '2026-12-01' },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.agentPoolProfiles.*.enableNodePublicIP',
      must: { isNot: [true] },
    },
    {
      types: ['Microsoft.ContainerService/managedClusters/agentPools'],
      path: 'properties.enableNodePublicIP',
      must: { isNot: [true] },
    },
  ],
);
