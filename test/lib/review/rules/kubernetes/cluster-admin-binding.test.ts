import { clusterAdminBinding } from '../../../../../lib/review/rules/kubernetes/cluster-admin-binding';
import { manifestFound } from '../../../../helpers/manifest-found';

const binding = (role: string, subject: string) => [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'a' },
    roleRef: { kind: 'ClusterRole', name: role },
    subjects: [{ kind: 'Group', name: subject }],
  },
];

test.each([
  ['view', 'operators', []],
  ['cluster-admin', 'operators', ['roleRef.name']],
  ['view', 'system:anonymous', ['subjects.0.name']],
])('%s of %s', (role, subject, expected) => {
  expect(manifestFound(clusterAdminBinding, binding(role, subject))).toEqual(expected);
});
