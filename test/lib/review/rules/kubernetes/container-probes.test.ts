import { containerProbes } from '../../../../../lib/review/rules/kubernetes/container-probes';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ containers: [{ livenessProbe: {}, readinessProbe: {} }] }, []],
  [{ containers: [{ livenessProbe: {} }] }, ['spec.template.spec.containers.0.readinessProbe']],
  [{ containers: [{ readinessProbe: {} }] }, ['spec.template.spec.containers.0.livenessProbe']],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerProbes, [podObject(changes)])).toEqual(expected);
});
