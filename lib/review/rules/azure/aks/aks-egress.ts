import { azureRule } from '../../../azure/azure-rule';

/** Set networkProfile.outboundType to userDefinedRouting or none: a pod sends data anywhere. */
export const aksEgress = azureRule(
  {
    code: 'AksEgress',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'A pod sends data anywhere.',
    source: { url: 'https://learn.microsoft.com/azure/aks/egress-outboundtype', asOf: '2026-12-01' },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.networkProfile.outboundType',
      must: { isNot: ['loadBalancer', 'managedNATGateway'] },
      mayBeAbsent: false,
    },
  ],
);
