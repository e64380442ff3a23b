import { mlDeploymentModel } from '../../../../../../lib/review/rules/azure/ml/ml-deployment-model';
import { azureFound } from '../../../../../helpers/azure-found';

const deployment = (model: string) => [
  {
    type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
    name: 'w/e/blue',
    properties: { model },
  },
];

test.each([
  ['azureml://registries/r/models/chat/versions/3', []],
  ['azureml:chat:3', []],
  ["[parameters('model')]", []],
  [
    'azureml://registries/r/models/chat/labels/latest',
    ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/w/e/blue properties.model'],
  ],
  [
    'azureml:chat@latest',
    ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/w/e/blue properties.model'],
  ],
  [
    'azureml://registries/r/models/chat',
    ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/w/e/blue properties.model'],
  ],
])('the model %s', (model, expected) => {
  expect(azureFound(mlDeploymentModel, deployment(model))).toEqual(expected);
});
