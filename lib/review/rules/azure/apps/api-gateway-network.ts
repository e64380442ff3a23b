import { azureRule } from '../../../azure/azure-rule';

/** Set virtualNetworkType to Internal, and publicNetworkAccess to Disabled: it calls backends over public addresses. */
export const apiGatewayNetwork = azureRule(
  {
    code: 'ApiGatewayNetwork',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'It calls backends over public addresses.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/API%20Management/VNETEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ApiManagement/service'],
      path: 'properties.virtualNetworkType',
      must: { is: ['Internal', 'External'] },
    },
    { types: ['Microsoft.ApiManagement/service'], path: 'properties.publicNetworkAccess', must: { is: ['Disabled'] } },
  ],
);
