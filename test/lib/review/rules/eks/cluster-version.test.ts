import { clusterVersion } from '../../../../../lib/review/rules/eks/cluster-version';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(clusterVersion, {
  type: 'AWS::EKS::Cluster',
  right: { Version: '1.34' },
  wrong: { Version: ['1.28'] },
});
