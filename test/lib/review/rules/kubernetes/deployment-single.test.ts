import { deploymentSingle } from '../../../../../lib/review/rules/kubernetes/deployment-single';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

const spread = { topologySpreadConstraints: [{}] };

test.each([
  [2, spread, []],
  [1, spread, ['spec.replicas']],
  [undefined, spread, ['spec.replicas']],
  [3, {}, ['spec.template.spec.topologySpreadConstraints']],
  [3, { affinity: { podAntiAffinity: {} } }, []],
])('%s pods with %j', (replicas, changes, expected) => {
  const object = podObject(changes);
  expect(manifestFound(deploymentSingle, [{ ...object, spec: { ...object.spec, replicas } }])).toEqual(expected);
});
