import { azureRule } from '../../../azure/azure-rule';
import { azureValue } from '../../../azure/azure-value';

/** Set virtualNetworkSubnetId, and vnetRouteAllEnabled to true: the app calls any host on the internet, and nothing private. */
export const webAppNetwork = azureRule(
  {
    code: 'WebAppNetwork',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'The app calls any host on the internet, and nothing private.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Service/App_VNetIntegrationEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.Web/sites'], path: 'properties.virtualNetworkSubnetId', must: { set: true } },
    {
      types: ['Microsoft.Web/sites'],
      path: 'properties.vnetRouteAllEnabled',
      must: { is: [true] },
      // Without a subnet there is no traffic to route.
      where: (node) => (azureValue(node, 'properties.virtualNetworkSubnetId') ?? '') !== '',
    },
  ],
);
