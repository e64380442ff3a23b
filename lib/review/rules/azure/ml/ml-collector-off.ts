import { azurePath, azureValue, isText, nodeTypes } from '../../../azure/azure-value';
import { isMap } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set dataCollectionMode to Enabled: drift and misuse cannot be shown afterwards. */
export const mlCollectorOff: Rule = {
  code: 'MlCollectorOff',
  family: 'azure',
  pack: 'regulated',
  safeguard: 'logging',
  rationale: 'Drift and misuse cannot be shown afterwards.',
  source: {
    url: 'https://learn.microsoft.com/azure/machine-learning/reference-yaml-deployment-managed-online',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments']),
  check(node) {
    const collections = azureValue(node, 'properties.dataCollector.collections');
    if (!isMap(collections)) return [];
    const around = azurePath(node, 'properties.dataCollector.collections');
    return Object.entries(collections)
      .filter(([, one]) => isMap(one) && isText(one.dataCollectionMode, 'Disabled'))
      .map(([name]) => ({
        path: `${around}.${name}.dataCollectionMode`,
        message: `${name} is not collected`,
        fix: fixOf('MlCollectorOff'),
      }));
  },
};
