import { azureRule } from '../../../azure/azure-rule';

/** Set customSubDomainName: clients fall back to keys and to the public regional endpoint. */
export const aiAccountSubdomain = azureRule(
  {
    code: 'AiAccountSubdomain',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'Clients fall back to keys and to the public regional endpoint.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Azure%20Ai%20Services/EnablePrivateEndpoints_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.CognitiveServices/accounts'], path: 'properties.customSubDomainName', must: { set: true } }],
);
