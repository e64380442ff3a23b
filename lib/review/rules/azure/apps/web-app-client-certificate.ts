import { azureRule } from '../../../azure/azure-rule';

/** Set clientCertEnabled to true: anybody in the network opens a connection. */
export const webAppClientCertificate = azureRule(
  {
    code: 'WebAppClientCertificate',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'authentication',
    rationale: 'Anybody in the network opens a connection.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Service/ClientCert_Webapp_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Web/sites'], path: 'properties.clientCertEnabled', must: { is: [true] } }],
);
