import { publicLoadBalancer } from '../../../../../lib/review/rules/kubernetes/public-load-balancer';
import { manifestFound } from '../../../../helpers/manifest-found';

const service = (annotations: object, spec: object = {}) => [
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', annotations }, spec: { type: 'LoadBalancer', ...spec } },
];

test.each([
  [{}, {}, ['spec.type']],
  [{ 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' }, {}, []],
  [{ 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' }, {}, []],
  [{ 'service.beta.kubernetes.io/azure-load-balancer-internal': 'false' }, {}, ['spec.type']],
  [{}, { loadBalancerSourceRanges: ['10.0.0.0/8'] }, []],
  [{}, { type: 'ClusterIP' }, []],
])('a service with %j and %j', (annotations, spec, expected) => {
  expect(manifestFound(publicLoadBalancer, service(annotations, spec))).toEqual(expected);
});
