import { clusterPrivateEndpoint } from '../../../../../lib/review/rules/eks/cluster-private-endpoint';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(clusterPrivateEndpoint, {
  type: 'AWS::EKS::Cluster',
  right: { ResourcesVpcConfig: { EndpointPrivateAccess: true } },
  wrong: { 'ResourcesVpcConfig.EndpointPrivateAccess': [false, undefined] },
});
