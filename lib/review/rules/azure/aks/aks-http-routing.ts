import { azureRule } from '../../../azure/azure-rule';

/** Remove addonProfiles.httpApplicationRouting: applications are public without TLS. */
export const aksHttpRouting = azureRule(
  {
    code: 'AksHttpRouting',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'Applications are public without TLS.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.AKS.HttpAppRouting.md',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.addonProfiles.httpApplicationRouting.enabled',
      must: { isNot: [true] },
    },
  ],
);
