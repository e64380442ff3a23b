import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf } from '../../kubernetes/pods';
import { valueAt } from '../../policy';

/** Set privileged and allowPrivilegeEscalation to false, and leave procMount at Default: a process in the container takes over the node. */
export const containerPrivileged = manifestRule(
  {
    code: 'ContainerPrivileged',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'A process in the container takes over the node.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/pod-security-standards.md',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node).flatMap(({ path, value }) => {
      const context = value.securityContext;
      return [
        ...(valueAt(context, 'privileged') === true
          ? [{ path: `${path}.securityContext.privileged`, message: 'is privileged' }]
          : []),
        ...(valueAt(context, 'procMount') === 'Unmasked'
          ? [{ path: `${path}.securityContext.procMount`, message: 'is not masked' }]
          : []),
      ];
    }),
);
