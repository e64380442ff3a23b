import { azureRule } from '../../../azure/azure-rule';

/** Set networkProfile.networkPolicy: every pod reaches every other pod. */
export const aksNetworkPolicy = azureRule(
  {
    code: 'AksNetworkPolicy',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Every pod reaches every other pod.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.AKS.NetworkPolicy.md',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.networkProfile.networkPolicy',
      must: { isNot: ['none'] },
      mayBeAbsent: false,
    },
  ],
);
