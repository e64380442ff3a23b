import { azureRule } from '../../../azure/azure-rule';

/** Set enablePurgeProtection to true: settings of every application are lost by one mistake. */
export const configStorePurge = azureRule(
  {
    code: 'ConfigStorePurge',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'recovery',
    rationale: 'Settings of every application are lost by one mistake.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.AppConfig.PurgeProtect.md',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.AppConfiguration/configurationStores'],
      path: 'properties.enablePurgeProtection',
      must: { is: [true] },
    },
  ],
);
