import { clusterRoleWildcard } from '../../../../../lib/review/rules/kubernetes/cluster-role-wildcard';
import { manifestFound } from '../../../../helpers/manifest-found';

const role = (rule: object) => [
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'a' }, rules: [rule] },
];

test.each([
  [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }, []],
  [{ apiGroups: [''], resources: ['*'], verbs: ['get'] }, ['rules.0.resources']],
  [{ apiGroups: [''], resources: ['pods'], verbs: ['*'] }, ['rules.0.verbs']],
  [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }, ['rules.0.resources']],
  [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['one'], verbs: ['get'] }, []],
])('a role with %j', (rule, expected) => {
  expect(manifestFound(clusterRoleWildcard, role(rule))).toEqual(expected);
});
