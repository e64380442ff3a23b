import { gpuWithoutToleration } from '../../../../../lib/review/rules/kubernetes/gpu-without-toleration';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ containers: [{ resources: { limits: { 'nvidia.com/gpu': 1 } } }], tolerations: [{ key: 'sku' }] }, []],
  [{ containers: [{ resources: { limits: { memory: '1Gi' } } }] }, []],
  [{ containers: [{ resources: { limits: { 'nvidia.com/gpu': 1 } } }] }, ['spec.template.spec.tolerations']],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(gpuWithoutToleration, [podObject(changes)])).toEqual(expected);
});
