import { azureRule } from '../../../azure/azure-rule';

/** Set v1LegacyMode to false: endpoints of version 2 cannot be created in it. */
export const mlWorkspaceLegacy = azureRule(
  {
    code: 'MlWorkspaceLegacy',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Endpoints of version 2 cannot be created in it.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/Workspace_EnableV1LegacyMode_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces'],
      path: 'properties.v1LegacyMode',
      must: { isNot: [true] },
    },
  ],
);
