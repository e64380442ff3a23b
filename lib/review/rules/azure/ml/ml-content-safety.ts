import { azureRule } from '../../../azure/azure-rule';

/** Set contentSafety.contentSafetyStatus to Enabled: harmful text reaches the model or the user. */
export const mlContentSafety = azureRule(
  {
    code: 'MlContentSafety',
    family: 'azure',
    pack: 'production',
    safeguard: 'model-safety',
    rationale: 'Harmful text reaches the model or the user.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/serverlessEndpoints'],
      path: 'properties.contentSafety.contentSafetyStatus',
      must: { is: ['Enabled'] },
    },
  ],
);
