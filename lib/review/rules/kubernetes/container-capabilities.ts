import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf } from '../../kubernetes/pods';
import { textsOf, valueAt } from '../../policy';

/** Set capabilities.drop to ALL, and add at most NET_BIND_SERVICE: a process in the container changes the network or the node. */
export const containerCapabilities = manifestRule(
  {
    code: 'ContainerCapabilities',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'A process in the container changes the network or the node.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/pod-security-standards.md',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node).flatMap(({ path, value }) => {
      const around = `${path}.securityContext.capabilities`;
      const capabilities = valueAt(value.securityContext, 'capabilities');
      const dropsAll = textsOf(valueAt(capabilities, 'drop')).some((one) => one.toUpperCase() === 'ALL');
      const added = textsOf(valueAt(capabilities, 'add')).filter((one) => one !== 'NET_BIND_SERVICE');
      return [
        ...(dropsAll ? [] : [{ path: `${around}.drop`, message: 'does not drop ALL' }]),
        ...(added.length === 0 ? [] : [{ path: `${around}.add`, message: `adds ${added.join(', ')}` }]),
      ];
    }),
);
