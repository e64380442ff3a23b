import { azureRule } from '../../../azure/azure-rule';

/** Set remoteDebuggingEnabled to false: whoever attaches a debugger reads memory and secrets. */
export const webAppDebug = azureRule(
  {
    code: 'WebAppDebug',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'Whoever attaches a debugger reads memory and secrets.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Service/DisableRemoteDebugging_WebApp_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Web/sites'], path: 'properties.siteConfig.remoteDebuggingEnabled', must: { isNot: [true] } }],
);
