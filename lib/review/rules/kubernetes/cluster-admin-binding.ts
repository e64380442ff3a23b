import { manifestRule } from '../../kubernetes/pod-rule';
import { itemsOf, manifestTypes } from '../../kubernetes/pods';
import { valueAt } from '../../policy';

/** Bind a role with the rights that are needed, to the account that needs them: whoever takes over a pod takes over the cluster. */
export const clusterAdminBinding = manifestRule(
  {
    code: 'ClusterAdminBinding',
    pack: 'baseline',
    safeguard: 'least-privilege',
    rationale: 'Whoever takes over a pod takes over the cluster.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/rbac-good-practices.md',
      asOf: '2026-12-01',
    },
  },
  ({ properties }) => {
    const role = valueAt(properties.roleRef, 'name');
    const everybody = itemsOf(properties.subjects, 'subjects').filter(
      ({ value }) =>
        typeof value.name === 'string' &&
        /^system:(?:anonymous|unauthenticated|authenticated|masters)$/.test(value.name),
    );
    return [
      ...(role === 'cluster-admin' ? [{ path: 'roleRef.name', message: 'is cluster-admin' }] : []),
      ...everybody.map(({ path }) => ({ path: `${path}.name`, message: 'is everybody' })),
    ];
  },
  manifestTypes(['rbac.authorization.k8s.io/v1/RoleBinding', 'rbac.authorization.k8s.io/v1/ClusterRoleBinding']),
);
