import { azurePlaces, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set capacity.minimum of each profile to at least 2: the loss of the instance stops the model. */
export const mlScalingFloor: Rule = {
  code: 'MlScalingFloor',
  family: 'azure',
  pack: 'regulated',
  safeguard: 'availability',
  rationale: 'The loss of the instance stops the model.',
  source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  types: nodeTypes(['Microsoft.Insights/autoscaleSettings']),
  check(node) {
    return azurePlaces(node, 'properties.profiles.*.capacity.minimum')
      .filter(({ value }) => (typeof value === 'string' || typeof value === 'number') && Number(value) < 2)
      .map(({ path, value }) => ({
        path,
        message: `minimum is ${Number(value)}, at least 2 are expected`,
        fix: fixOf('MlScalingFloor'),
      }));
  },
};
