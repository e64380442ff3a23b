import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf, securityOf } from '../../kubernetes/pods';
import { valueAt } from '../../policy';

/** Set seccompProfile.type to RuntimeDefault: a vulnerability of the kernel is open to the container. */
export const containerSeccomp = manifestRule(
  {
    code: 'ContainerSeccomp',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'A vulnerability of the kernel is open to the container.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/pod-security-standards.md',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node).flatMap((container) => {
      const profile = valueAt(securityOf(node, container, 'seccompProfile'), 'type');
      return profile === 'RuntimeDefault' || profile === 'Localhost'
        ? []
        : [{ path: `${container.path}.securityContext.seccompProfile.type`, message: 'is not RuntimeDefault' }];
    }),
);
