import { containerSeccomp } from '../../../../../lib/review/rules/kubernetes/container-seccomp';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ securityContext: { seccompProfile: { type: 'RuntimeDefault' } }, containers: [{}] }, []],
  [
    { containers: [{ securityContext: { seccompProfile: { type: 'Unconfined' } } }] },
    ['spec.template.spec.containers.0.securityContext.seccompProfile.type'],
  ],
  [{ containers: [{}] }, ['spec.template.spec.containers.0.securityContext.seccompProfile.type']],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerSeccomp, [podObject(changes)])).toEqual(expected);
});
