import { azureRule } from '../../../azure/azure-rule';
import { isText } from '../../../azure/azure-value';
import { valueAt } from '../../../policy';

/** Name two or more zones: the loss of a zone stops every API. */
export const apiGatewayZones = azureRule(
  {
    code: 'ApiGatewayZones',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone stops every API.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/Apimanagement_Service_ZoneRedundant_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ApiManagement/service'],
      path: 'zones',
      must: { items: 2 },
      where: ({ properties }) => isText(valueAt(properties, 'sku', 'name'), 'Premium'),
    },
  ],
);
