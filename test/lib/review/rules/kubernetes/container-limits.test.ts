import { containerLimits } from '../../../../../lib/review/rules/kubernetes/container-limits';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ containers: [{ resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } } }] }, []],
  [
    { containers: [{ resources: { requests: { cpu: '1', memory: '1Gi' } } }] },
    ['spec.template.spec.containers.0.resources.limits.memory'],
  ],
  [
    { containers: [{ resources: { limits: { memory: '1Gi' } } }] },
    // A request that is left out is that of the limit.
    ['spec.template.spec.containers.0.resources.requests.cpu'],
  ],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerLimits, [podObject(changes)])).toEqual(expected);
});
