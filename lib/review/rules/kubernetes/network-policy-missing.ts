import type { ResourceNode } from '../../../graph';
import { manifestRule } from '../../kubernetes/pod-rule';
import { manifestTypes, serverTypes } from '../../kubernetes/pods';
import { isMap, textsOf, valueAt } from '../../policy';

/** Add a NetworkPolicy with an empty podSelector, and policyTypes Ingress and Egress: every pod of the cluster reaches the model, and the model reaches every host. */
export const networkPolicyMissing = manifestRule(
  {
    code: 'NetworkPolicyMissing',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Every pod of the cluster reaches the model, and the model reaches every host.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/application-security-checklist.md',
      asOf: '2026-12-01',
    },
  },
  (node, graph) => {
    const namespace = namespaceOf(node);
    const denied = manifestTypes(['networking.k8s.io/v1/NetworkPolicy'])
      .flatMap((type) => graph.ofType(type, node))
      .filter((policy) => namespaceOf(policy) === namespace && isWhole(policy))
      .flatMap(({ properties }) => textsOf(valueAt(properties.spec, 'policyTypes')));
    const open = ['Ingress', 'Egress'].filter((direction) => !denied.includes(direction));
    return open.length === 0 ? [] : [{ path: '', message: `no policy denies ${open.join(' and ').toLowerCase()}` }];
  },
  serverTypes,
);

function namespaceOf({ properties }: ResourceNode): string {
  const name = valueAt(properties.metadata, 'namespace');
  return typeof name === 'string' ? name : 'default';
}

/** Whether a policy is about every pod of its namespace. */
function isWhole({ properties }: ResourceNode): boolean {
  const selector = valueAt(properties.spec, 'podSelector');
  return isMap(selector) && Object.keys(selector).length === 0;
}
