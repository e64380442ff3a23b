import { azureRule } from '../../../azure/azure-rule';

/** Set sku.tier to Standard or Premium: nodes that fail are not replaced while the API server is down. */
export const aksTier = azureRule(
  {
    code: 'AksTier',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Nodes that fail are not replaced while the API server is down.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.AKS.UptimeSLA.md',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.ContainerService/managedClusters'], path: 'sku.tier', must: { is: ['Standard', 'Premium'] } }],
);
