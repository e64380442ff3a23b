import { manifestRule } from '../../kubernetes/pod-rule';
import { itemsOf, manifestTypes } from '../../kubernetes/pods';
import { textsOf } from '../../policy';

/** Name resources and verbs, and leave out secrets and pods/exec: whoever has the role takes over the namespace or cluster. */
export const clusterRoleWildcard = manifestRule(
  {
    code: 'ClusterRoleWildcard',
    pack: 'baseline',
    safeguard: 'least-privilege',
    rationale: 'Whoever has the role takes over the namespace or cluster.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/rbac-good-practices.md',
      asOf: '2026-12-01',
    },
  },
  ({ properties }) =>
    itemsOf(properties.rules, 'rules').flatMap(({ path, value }) => [
      ...['verbs', 'resources', 'apiGroups']
        .filter((name) => textsOf(value[name]).includes('*'))
        .map((name) => ({ path: `${path}.${name}`, message: 'allows everything' })),
      ...(textsOf(value.resources).some((one) => /^(?:secrets|pods\/exec|pods\/attach)$/.test(one)) &&
      textsOf(value.resourceNames).length === 0
        ? [{ path: `${path}.resources`, message: 'reads secrets or opens shells' }]
        : []),
    ]),
  manifestTypes(['rbac.authorization.k8s.io/v1/Role', 'rbac.authorization.k8s.io/v1/ClusterRole']),
);
