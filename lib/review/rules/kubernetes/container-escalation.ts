import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf } from '../../kubernetes/pods';
import { valueAt } from '../../policy';

/** Set allowPrivilegeEscalation to false: a program with setuid becomes root. */
export const containerEscalation = manifestRule(
  {
    code: 'ContainerEscalation',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'A program with setuid becomes root.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/pod-security-standards.md',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node)
      .filter(({ value }) => valueAt(value.securityContext, 'allowPrivilegeEscalation') !== false)
      .map(({ path }) => ({ path: `${path}.securityContext.allowPrivilegeEscalation`, message: 'is not false' })),
);
