import { azureRule } from '../../../azure/azure-rule';

/** Set endToEndEncryptionEnabled to true: prompts cross the data center in clear text. */
export const webAppInnerTls = azureRule(
  {
    code: 'WebAppInnerTls',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-in-transit',
    rationale: 'Prompts cross the data center in clear text.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Service/WebApp_EndToEndEncryption_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Web/sites'], path: 'properties.endToEndEncryptionEnabled', must: { is: [true] } }],
);
