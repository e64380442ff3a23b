import { containerRoot } from '../../../../../lib/review/rules/kubernetes/container-root';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ securityContext: { runAsNonRoot: true }, containers: [{}] }, []],
  [{ containers: [{ securityContext: { runAsNonRoot: true } }] }, []],
  [{ containers: [{}] }, ['spec.template.spec.containers.0.securityContext.runAsNonRoot']],
  [
    { securityContext: { runAsNonRoot: true }, containers: [{ securityContext: { runAsNonRoot: false } }] },
    ['spec.template.spec.containers.0.securityContext.runAsNonRoot'],
  ],
  [
    { containers: [{ securityContext: { runAsNonRoot: true, runAsUser: 0 } }] },
    ['spec.template.spec.containers.0.securityContext.runAsUser'],
  ],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerRoot, [podObject(changes)])).toEqual(expected);
});
