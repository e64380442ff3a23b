import { clusterAdministrator } from '../../../../../lib/review/rules/eks/cluster-administrator';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(clusterAdministrator, {
  type: 'AWS::EKS::AccessEntry',
  right: { AccessPolicies: [{ PolicyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy' }] },
  wrong: { 'AccessPolicies.0.PolicyArn': ['arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy'] },
});
