import { hostPath } from '../../../../../lib/review/rules/kubernetes/host-path';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ volumes: [{ name: 'a', emptyDir: {} }] }, []],
  [{ volumes: [{ name: 'a', hostPath: { path: '/' } }] }, ['spec.template.spec.volumes.0.hostPath']],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(hostPath, [podObject(changes)])).toEqual(expected);
});
