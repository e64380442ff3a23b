import { azureRule } from '../../../azure/azure-rule';

/** Set healthCheckPath: requests go to an instance that does not answer. */
export const webAppHealth = azureRule(
  {
    code: 'WebAppHealth',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Requests go to an instance that does not answer.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.AppService.WebProbe.md',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Web/sites'], path: 'properties.siteConfig.healthCheckPath', must: { set: true } }],
);
