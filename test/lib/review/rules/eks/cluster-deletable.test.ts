import { clusterDeletable } from '../../../../../lib/review/rules/eks/cluster-deletable';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(clusterDeletable, {
  type: 'AWS::EKS::Cluster',
  right: { DeletionProtection: true },
  wrong: { DeletionProtection: [false, undefined] },
});
