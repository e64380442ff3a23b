import { mlScalingFloor } from '../../../../../../lib/review/rules/azure/ml/ml-scaling-floor';
import { azureFound } from '../../../../../helpers/azure-found';

const setting = (minimum: unknown) => [
  {
    type: 'Microsoft.Insights/autoscaleSettings',
    name: 'scale',
    properties: { profiles: [{ capacity: { minimum } }] },
  },
];

test.each([
  ['2', []],
  [3, []],
  ["[parameters('minimum')]", []],
  ['1', ['Microsoft.Insights/autoscaleSettings/scale profiles.0.capacity.minimum']],
])('a minimum of %s', (minimum, expected) => {
  expect(azureFound(mlScalingFloor, setting(minimum))).toEqual(expected);
});
