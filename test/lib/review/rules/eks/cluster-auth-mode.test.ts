import { clusterAuthMode } from '../../../../../lib/review/rules/eks/cluster-auth-mode';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(clusterAuthMode, {
  type: 'AWS::EKS::Cluster',
  right: { AccessConfig: { AuthenticationMode: 'API' } },
  wrong: { 'AccessConfig.AuthenticationMode': ['CONFIG_MAP', undefined] },
});
