import { azureRule } from '../../../azure/azure-rule';
import { needsSubnet } from '../../../azure/ml-compute';

/** Set subnet: nodes reach the internet and nothing private. */
export const mlComputeNetwork = azureRule(
  {
    code: 'MlComputeNetwork',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Nodes reach the internet and nothing private.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/Vnet_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/computes'],
      path: 'properties.properties.subnet.id',
      must: { set: true },
      where: needsSubnet,
    },
  ],
);
