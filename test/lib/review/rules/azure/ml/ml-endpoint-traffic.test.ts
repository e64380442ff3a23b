import { mlEndpointTraffic } from '../../../../../../lib/review/rules/azure/ml/ml-endpoint-traffic';
import { azureFound } from '../../../../../helpers/azure-found';

const endpoint = (properties: object) => [
  { type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints', name: 'w/chat', properties },
];

test.each([
  [{ traffic: { blue: 100 } }, []],
  [{ traffic: {} }, []],
  [{ traffic: { blue: "[parameters('share')]" } }, []],
  [{ traffic: { blue: 90, green: 10 }, mirrorTraffic: { green: 50 } }, []],
  [
    { traffic: { blue: 150 } },
    ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/w/chat properties.traffic'],
  ],
  [
    { mirrorTraffic: { green: 60 } },
    ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/w/chat properties.mirrorTraffic'],
  ],
])('an endpoint with %j', (properties, expected) => {
  expect(azureFound(mlEndpointTraffic, endpoint(properties))).toEqual(expected);
});
