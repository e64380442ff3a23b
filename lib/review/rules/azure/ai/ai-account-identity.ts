import { azureRule } from '../../../azure/azure-rule';

/** Set identity to SystemAssigned or UserAssigned: it reaches storage, keys and models with secrets instead. */
export const aiAccountIdentity = azureRule(
  {
    code: 'AiAccountIdentity',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'It reaches storage, keys and models with secrets instead.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cognitive%20Services/ManagedIdentity_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: [
        'Microsoft.CognitiveServices/accounts',
        'Microsoft.CognitiveServices/accounts/projects',
        'Microsoft.Search/searchServices',
      ],
      path: 'identity.type',
      must: { isNot: ['None'] },
      mayBeAbsent: false,
    },
  ],
);
