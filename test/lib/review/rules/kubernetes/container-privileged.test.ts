import { containerPrivileged } from '../../../../../lib/review/rules/kubernetes/container-privileged';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ containers: [{ name: 'a' }] }, []],
  [
    { containers: [{ securityContext: { privileged: true } }] },
    ['spec.template.spec.containers.0.securityContext.privileged'],
  ],
  [
    { containers: [{ securityContext: { procMount: 'Unmasked' } }] },
    ['spec.template.spec.containers.0.securityContext.procMount'],
  ],
  [{ containers: [{ securityContext: { privileged: false } }] }, []],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerPrivileged, [podObject(changes)])).toEqual(expected);
});
