import { manifestRule } from '../../kubernetes/pod-rule';
import { itemsOf, podOf } from '../../kubernetes/pods';

/** Use a volume claim or an emptyDir: a process in the pod reads or changes the node. */
export const hostPath = manifestRule(
  {
    code: 'HostPath',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'A process in the pod reads or changes the node.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/pod-security-standards.md',
      asOf: '2026-12-01',
    },
  },
  (node) => {
    const pod = podOf(node);
    return itemsOf(pod?.value.volumes, `${pod?.path ?? ''}.volumes`)
      .filter(({ value }) => value.hostPath !== undefined)
      .map(({ path }) => ({ path: `${path}.hostPath`, message: 'is a folder of the node' }));
  },
);
