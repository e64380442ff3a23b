import { azureRule } from '../../../azure/azure-rule';

/** Set httpsOnly to true, minTlsVersion to '1.2', and ftpsState to Disabled: prompts and credentials cross the network in clear text. */
export const webAppTls = azureRule(
  {
    code: 'WebAppTls',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'encryption-in-transit',
    rationale: 'Prompts and credentials cross the network in clear text.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Service/Webapp_AuditHTTP_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.Web/sites'], path: 'properties.httpsOnly', must: { is: [true] } },
    { types: ['Microsoft.Web/sites'], path: 'properties.siteConfig.minTlsVersion', must: { isNot: ['1.0', '1.1'] } },
    { types: ['Microsoft.Web/sites'], path: 'properties.siteConfig.scmMinTlsVersion', must: { isNot: ['1.0', '1.1'] } },
    { types: ['Microsoft.Web/sites'], path: 'properties.siteConfig.ftpsState', must: { is: ['Disabled', 'FtpsOnly'] } },
  ],
);
