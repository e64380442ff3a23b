import { mlDeploymentSingle } from '../../../../../../lib/review/rules/azure/ml/ml-deployment-single';
import { azureFound } from '../../../../../helpers/azure-found';

const deployment = (capacity: unknown) => ({
  type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
  name: 'w/e/blue',
  sku: { capacity },
  properties: {},
});
const autoscale = {
  type: 'Microsoft.Insights/autoscaleSettings',
  name: 'scale',
  properties: {
    targetResourceUri:
      "[resourceId('Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments', 'w', 'e', 'blue')]",
  },
};

test.each([
  [2, []],
  ["[parameters('capacity')]", []],
  [1, ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/w/e/blue sku.capacity']],
])('a deployment with %s instances', (capacity, expected) => {
  expect(azureFound(mlDeploymentSingle, [deployment(capacity)])).toEqual(expected);
});

test('a deployment that is scaled has no finding', () => {
  expect(azureFound(mlDeploymentSingle, [deployment(1), autoscale])).toEqual([]);
});
