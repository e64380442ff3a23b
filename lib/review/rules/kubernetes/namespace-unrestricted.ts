import { manifestRule } from '../../kubernetes/pod-rule';
import { manifestTypes } from '../../kubernetes/pods';
import { valueAt } from '../../policy';

/** Set the label pod-security.kubernetes.io/enforce to restricted: a privileged pod takes over its node. */
export const namespaceUnrestricted = manifestRule(
  {
    code: 'NamespaceUnrestricted',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'A privileged pod takes over its node.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/pod-security-standards.md',
      asOf: '2026-12-01',
    },
  },
  ({ properties }) => {
    const level = valueAt(properties.metadata, 'labels', 'pod-security.kubernetes.io/enforce');
    return level === 'restricted' || level === 'baseline'
      ? []
      : [{ path: 'metadata.labels', message: 'does not enforce a pod security standard' }];
  },
  manifestTypes(['v1/Namespace']),
);
