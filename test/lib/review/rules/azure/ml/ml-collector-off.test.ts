import { mlCollectorOff } from '../../../../../../lib/review/rules/azure/ml/ml-collector-off';
import { azureFound } from '../../../../../helpers/azure-found';

const deployment = (dataCollectionMode: string) => [
  {
    type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
    name: 'w/e/blue',
    properties: { dataCollector: { collections: { request: { dataCollectionMode } } } },
  },
];

test.each([
  ['Enabled', []],
  [
    'Disabled',
    [
      'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/w/e/blue properties.dataCollector.collections.request.dataCollectionMode',
    ],
  ],
])('a collection that is %s', (mode, expected) => {
  expect(azureFound(mlCollectorOff, deployment(mode))).toEqual(expected);
});
