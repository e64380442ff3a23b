import { azureTexts, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Name the version: azureml://registries/<registry>/models/<model>/versions/<version>: the model that answers is not the one that was evaluated. */
export const mlDeploymentModel: Rule = {
  code: 'MlDeploymentModel',
  family: 'azure',
  pack: 'production',
  safeguard: 'change-control',
  rationale: 'The model that answers is not the one that was evaluated.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/AllowDeployRegistryModels_Audit.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments']),
  check(node) {
    return azureTexts(node, 'properties.model')
      .filter(({ value }) => /@latest$|\/labels\//i.test(value) || /\/models\/[^/:]+$/.test(value))
      .map(({ path, value }) => ({ path, message: `${value} names no version`, fix: fixOf('MlDeploymentModel') }));
  },
};
