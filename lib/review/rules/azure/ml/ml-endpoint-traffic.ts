import type { ResourceNode } from '../../../../graph';
import { azurePath, azureValue, nodeTypes } from '../../../azure/azure-value';
import { isMap } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Let traffic add up to 100, and mirrorTraffic to at most 50: the service refuses the endpoint. */
export const mlEndpointTraffic: Rule = {
  code: 'MlEndpointTraffic',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The service refuses the endpoint.',
  source: {
    url: 'https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.MachineLearningServices/workspaces/onlineEndpoints']),
  check(node) {
    const traffic = shareOf(node, 'properties.traffic');
    const mirrored = shareOf(node, 'properties.mirrorTraffic');
    return [
      ...(traffic === undefined || traffic === 0 || traffic === 100
        ? []
        : [
            {
              path: azurePath(node, 'properties.traffic'),
              message: `adds up to ${traffic}`,
              fix: fixOf('MlEndpointTraffic'),
            },
          ]),
      ...(mirrored === undefined || mirrored <= 50
        ? []
        : [
            {
              path: azurePath(node, 'properties.mirrorTraffic'),
              message: `mirrors ${mirrored} of at most 50`,
              fix: fixOf('MlEndpointTraffic'),
            },
          ]),
    ];
  },
};

/** The sum of the shares; undefined where one of them is not known. */
function shareOf(node: ResourceNode, path: string): number | undefined {
  const shares = azureValue(node, path);
  if (!isMap(shares)) return undefined;
  const values = Object.values(shares);
  return values.every((value) => typeof value === 'number') ? values.reduce((sum, value) => sum + value, 0) : undefined;
}
