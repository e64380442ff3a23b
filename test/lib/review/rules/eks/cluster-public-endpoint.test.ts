import type { PropertyValue } from '../../../../../lib/graph';
import { clusterPublicEndpoint } from '../../../../../lib/review/rules/eks/cluster-public-endpoint';
import { judged } from '../../../../helpers/judged';

test.each<[string, Record<string, PropertyValue>, number]>([
  ['no public address', { EndpointPublicAccess: false }, 0],
  ['the default', {}, 1],
  ['every address', { EndpointPublicAccess: true, PublicAccessCidrs: ['0.0.0.0/0'] }, 1],
  ['addresses of the company', { EndpointPublicAccess: true, PublicAccessCidrs: ['198.51.100.0/24'] }, 0],
  ['addresses that are not known', { EndpointPublicAccess: true, PublicAccessCidrs: { Ref: 'Ranges' } }, 0],
  ['access that is not known', { EndpointPublicAccess: { Ref: 'Public' } }, 0],
])('a cluster with %s', (_name, config, count) => {
  expect(judged(clusterPublicEndpoint, 'AWS::EKS::Cluster', { ResourcesVpcConfig: config })).toHaveLength(count);
});
