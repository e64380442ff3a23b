import { namespaceUnrestricted } from '../../../../../lib/review/rules/kubernetes/namespace-unrestricted';
import { manifestFound } from '../../../../helpers/manifest-found';

const namespace = (labels: object) => [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', labels } }];

test.each([
  [{ 'pod-security.kubernetes.io/enforce': 'restricted' }, []],
  [{ 'pod-security.kubernetes.io/enforce': 'privileged' }, ['metadata.labels']],
  [{}, ['metadata.labels']],
])('a namespace with %j', (labels, expected) => {
  expect(manifestFound(namespaceUnrestricted, namespace(labels))).toEqual(expected);
});
