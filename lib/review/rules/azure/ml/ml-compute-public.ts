import { azureRule } from '../../../azure/azure-rule';
import { isMachineCompute } from '../../../azure/ml-compute';

/** Set enableNodePublicIp to false, and remoteLoginPortPublicAccess to Disabled: nodes that hold training data can be reached from the internet. */
export const mlComputePublic = azureRule(
  {
    code: 'MlComputePublic',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'Nodes that hold training data can be reached from the internet.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/Vnet_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/computes'],
      path: 'properties.properties.enableNodePublicIp',
      must: { is: [false] },
      where: isMachineCompute,
    },
    {
      types: ['Microsoft.MachineLearningServices/workspaces/computes'],
      path: 'properties.properties.remoteLoginPortPublicAccess',
      must: { isNot: ['Enabled'] },
    },
  ],
);
