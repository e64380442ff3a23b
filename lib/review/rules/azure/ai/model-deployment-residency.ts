import { azureRule } from '../../../azure/azure-rule';

/** Use a sku of a data zone or of the region, such as DataZoneStandard: prompts leave the region that was promised to customers. */
export const modelDeploymentResidency = azureRule(
  {
    code: 'ModelDeploymentResidency',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'Prompts leave the region that was promised to customers.',
    source: {
      url: 'https://learn.microsoft.com/azure/ai-foundry/foundry-models/concepts/deployment-types',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts/deployments'],
      path: 'sku.name',
      must: { isNot: ['GlobalStandard', 'GlobalBatch', 'GlobalProvisionedManaged'] },
    },
  ],
);
