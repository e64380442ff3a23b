import { containerImageTag } from '../../../../../lib/review/rules/kubernetes/container-image-tag';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ containers: [{ image: 'a/b@sha256:00' }] }, []],
  [{ containers: [{ image: 'a/b:1' }] }, ['spec.template.spec.containers.0.image']],
  [{ containers: [{ image: 'a/b' }] }, ['spec.template.spec.containers.0.image']],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerImageTag, [podObject(changes)])).toEqual(expected);
});
