import { manifestRule } from '../../kubernetes/pod-rule';
import { manifestType, manifestTypes, podOf, podTypes } from '../../kubernetes/pods';

/** Set automountServiceAccountToken to false in the pod and its account: a process in the pod calls the API of the cluster. */
export const podToken = manifestRule(
  {
    code: 'PodToken',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'A process in the pod calls the API of the cluster.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/BlockAutomountToken.json',
      asOf: '2026-12-01',
    },
  },
  (node) => {
    const account = manifestType(node.type) === 'v1/ServiceAccount';
    const pod = account ? { path: '', value: node.properties } : podOf(node);
    if (pod === undefined || pod.value.automountServiceAccountToken === false) return [];
    const path = [pod.path, 'automountServiceAccountToken'].filter((step) => step !== '').join('.');
    return [{ path, message: 'is not false' }];
  },
  [...podTypes, ...manifestTypes(['v1/ServiceAccount'])],
);
