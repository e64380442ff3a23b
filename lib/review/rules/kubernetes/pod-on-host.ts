import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf, itemsOf, podOf } from '../../kubernetes/pods';

/** Remove hostNetwork, hostPID, hostIPC, hostPort and shareProcessNamespace: a process in the pod reads the traffic and processes of others. */
export const podOnHost = manifestRule(
  {
    code: 'PodOnHost',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'A process in the pod reads the traffic and processes of others.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/pod-security-standards.md',
      asOf: '2026-12-01',
    },
  },
  (node) => {
    const pod = podOf(node);
    if (pod === undefined) return [];
    const shared = ['hostNetwork', 'hostPID', 'hostIPC', 'shareProcessNamespace'].filter(
      (name) => pod.value[name] === true,
    );
    const ports = containersOf(node).flatMap(({ path, value }) => itemsOf(value.ports, `${path}.ports`));
    return [
      ...shared.map((name) => ({ path: `${pod.path}.${name}`, message: 'is on' })),
      ...ports
        .filter(({ value }) => typeof value.hostPort === 'number' && value.hostPort > 0)
        .map(({ path }) => ({ path: `${path}.hostPort`, message: 'is a port of the node' })),
    ];
  },
);
