import { clusterCreatorAdmin } from '../../../../../lib/review/rules/eks/cluster-creator-admin';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(clusterCreatorAdmin, {
  type: 'AWS::EKS::Cluster',
  right: { AccessConfig: { BootstrapClusterCreatorAdminPermissions: false } },
  wrong: { 'AccessConfig.BootstrapClusterCreatorAdminPermissions': [true, undefined] },
});
