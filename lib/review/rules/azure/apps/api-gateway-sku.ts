import { azureRule } from '../../../azure/azure-rule';
import { isText } from '../../../azure/azure-value';
import { valueAt } from '../../../policy';

/** Use a sku of production, with a capacity of at least 2: the loss of the unit stops every API. */
export const apiGatewaySku = azureRule(
  {
    code: 'ApiGatewaySku',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of the unit stops every API.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/API%20Management/AllowedVNETSkus_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.ApiManagement/service'], path: 'sku.name', must: { isNot: ['Developer'] } },
    {
      types: ['Microsoft.ApiManagement/service'],
      path: 'sku.capacity',
      must: { atLeast: 2 },
      mayBeAbsent: true,
      where: ({ properties }) => isText(valueAt(properties, 'sku', 'name'), 'Premium', 'Standard'),
    },
  ],
);
