import { manifestRule } from '../../kubernetes/pod-rule';
import { manifestType, manifestTypes } from '../../kubernetes/pods';
import { isMap, valueAt } from '../../policy';

/** Add a PodDisruptionBudget with minAvailable of at least 1: an upgrade of nodes stops the model. */
export const disruptionBudgetMissing = manifestRule(
  {
    code: 'DisruptionBudgetMissing',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'An upgrade of nodes stops the model.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/DisallowedBadPodDisruptionBudgets.json',
      asOf: '2026-12-01',
    },
  },
  (node, graph) => {
    if (manifestType(node.type) === 'policy/v1/PodDisruptionBudget') {
      return valueAt(node.properties.spec, 'minAvailable') === 0
        ? [{ path: 'spec.minAvailable', message: 'keeps no pod' }]
        : [];
    }
    const replicas = valueAt(node.properties.spec, 'replicas') ?? 1;
    // A budget for a single pod keeps its node from being drained; DeploymentSingle asks for more pods.
    if (typeof replicas === 'number' && replicas < 2) return [];
    const labels = valueAt(node.properties.spec, 'template', 'metadata', 'labels');
    const budgets = manifestTypes(['policy/v1/PodDisruptionBudget']).flatMap((type) => graph.ofType(type, node));
    const has = budgets.some(({ properties }) => {
      const wanted = valueAt(properties.spec, 'selector', 'matchLabels');
      return isMap(wanted) && Object.entries(wanted).every(([name, value]) => valueAt(labels, name) === value);
    });
    return has ? [] : [{ path: '', message: 'has no disruption budget' }];
  },
  manifestTypes(['apps/v1/Deployment', 'apps/v1/StatefulSet', 'policy/v1/PodDisruptionBudget']),
);
