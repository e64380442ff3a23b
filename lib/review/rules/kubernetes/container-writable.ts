import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf } from '../../kubernetes/pods';
import { valueAt } from '../../policy';

/** Set readOnlyRootFilesystem to true, and mount an emptyDir where files are written: an attacker leaves tools in the container. */
export const containerWritable = manifestRule(
  {
    code: 'ContainerWritable',
    pack: 'regulated',
    safeguard: 'integrity',
    rationale: 'An attacker leaves tools in the container.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/application-security-checklist.md',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node)
      .filter(({ value }) => valueAt(value.securityContext, 'readOnlyRootFilesystem') !== true)
      .map(({ path }) => ({ path: `${path}.securityContext.readOnlyRootFilesystem`, message: 'is not true' })),
);
