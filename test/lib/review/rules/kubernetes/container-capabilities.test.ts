import { containerCapabilities } from '../../../../../lib/review/rules/kubernetes/container-capabilities';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ containers: [{ securityContext: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } } }] }, []],
  [
    { containers: [{ securityContext: { capabilities: { drop: ['NET_RAW'] } } }] },
    ['spec.template.spec.containers.0.securityContext.capabilities.drop'],
  ],
  [{ containers: [{}] }, ['spec.template.spec.containers.0.securityContext.capabilities.drop']],
  [
    { containers: [{ securityContext: { capabilities: { drop: ['all'], add: ['SYS_ADMIN'] } } }] },
    ['spec.template.spec.containers.0.securityContext.capabilities.add'],
  ],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerCapabilities, [podObject(changes)])).toEqual(expected);
});
