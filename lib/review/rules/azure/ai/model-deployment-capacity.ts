import { azureRule } from '../../../azure/azure-rule';

/** Set sku.capacity to at least 1: every call is answered with 429. */
export const modelDeploymentCapacity = azureRule(
  {
    code: 'ModelDeploymentCapacity',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'correctness',
    rationale: 'Every call is answered with 429.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts/deployments'],
      path: 'sku.capacity',
      must: { atLeast: 1 },
      mayBeAbsent: true,
    },
  ],
);
