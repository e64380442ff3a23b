import { containerEscalation } from '../../../../../lib/review/rules/kubernetes/container-escalation';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ containers: [{ securityContext: { allowPrivilegeEscalation: false } }] }, []],
  [
    { containers: [{ securityContext: { allowPrivilegeEscalation: true } }] },
    ['spec.template.spec.containers.0.securityContext.allowPrivilegeEscalation'],
  ],
  [{ containers: [{}] }, ['spec.template.spec.containers.0.securityContext.allowPrivilegeEscalation']],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerEscalation, [podObject(changes)])).toEqual(expected);
});
