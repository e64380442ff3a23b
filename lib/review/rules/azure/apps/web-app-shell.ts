import { azureRule } from '../../../azure/azure-rule';

/** Set sshEnabled to false: a contributor reads memory and secrets of the app. */
export const webAppShell = azureRule(
  {
    code: 'WebAppShell',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'A contributor reads memory and secrets of the app.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Service/WebApp_SshEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Web/sites'], path: 'properties.sshEnabled', must: { isNot: [true] } }],
);
