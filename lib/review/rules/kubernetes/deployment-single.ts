import { manifestRule } from '../../kubernetes/pod-rule';
import { manifestTypes, podOf } from '../../kubernetes/pods';
import { valueAt } from '../../policy';

/** Set replicas to at least 2, and topologySpreadConstraints: the loss of a node or zone stops the model. */
export const deploymentSingle = manifestRule(
  {
    code: 'DeploymentSingle',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a node or zone stops the model.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/MustHaveAntiAffinityRulesSet.json',
      asOf: '2026-12-01',
    },
  },
  (node) => {
    const replicas = valueAt(node.properties.spec, 'replicas');
    const pod = podOf(node);
    const spread = pod?.value.topologySpreadConstraints ?? valueAt(pod?.value.affinity, 'podAntiAffinity');
    return [
      ...(replicas === undefined || (typeof replicas === 'number' && replicas < 2)
        ? [{ path: 'spec.replicas', message: 'is less than 2' }]
        : []),
      ...(pod === undefined || spread !== undefined
        ? []
        : [{ path: `${pod.path}.topologySpreadConstraints`, message: 'is not set' }]),
    ];
  },
  manifestTypes(['apps/v1/Deployment', 'apps/v1/StatefulSet']),
);
