import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf, securityOf } from '../../kubernetes/pods';

/** Set runAsNonRoot to true, and runAsUser to another number than 0: a process that leaves the container is root on the node. */
export const containerRoot = manifestRule(
  {
    code: 'ContainerRoot',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'A process that leaves the container is root on the node.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/pod-security-standards.md',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node).flatMap((container) => {
      const around = `${container.path}.securityContext`;
      const root = securityOf(node, container, 'runAsUser') === 0;
      if (root) return [{ path: `${around}.runAsUser`, message: 'is root' }];
      return securityOf(node, container, 'runAsNonRoot') === true
        ? []
        : [{ path: `${around}.runAsNonRoot`, message: 'is not true' }];
    }),
);
