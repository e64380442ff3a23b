import { containerWritable } from '../../../../../lib/review/rules/kubernetes/container-writable';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ containers: [{ securityContext: { readOnlyRootFilesystem: true } }] }, []],
  [{ containers: [{}] }, ['spec.template.spec.containers.0.securityContext.readOnlyRootFilesystem']],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerWritable, [podObject(changes)])).toEqual(expected);
});
