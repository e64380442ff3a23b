import { azurePath, azureValue, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set sasPolicy.sasExpirationPeriod to at most 7.00:00:00: a link that leaks reads the data for months. */
export const storageSas: Rule = {
  code: 'StorageSas',
  family: 'azure',
  pack: 'regulated',
  safeguard: 'authentication',
  rationale: 'A link that leaks reads the data for months.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/EnforceStorageSasMaxExpiration7Days_Deny.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.Storage/storageAccounts']),
  check(node) {
    const period = azureValue(node, 'properties.sasPolicy.sasExpirationPeriod');
    const path = azurePath(node, 'properties.sasPolicy.sasExpirationPeriod');
    if (period === undefined) return [{ path, message: 'no period is set', fix: fixOf('StorageSas') }];
    const days = typeof period === 'string' ? /^(\d+)\./.exec(period)?.[1] : undefined;
    return days !== undefined && Number(days) > 7
      ? [{ path, message: `lasts ${days} of at most 7 days`, fix: fixOf('StorageSas') }]
      : [];
  },
};
