import { clusterNodeRecovery } from '../../../../../lib/review/rules/sagemaker/cluster-node-recovery';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(clusterNodeRecovery, {
  type: 'AWS::SageMaker::Cluster',
  right: { NodeRecovery: 'Automatic' },
  wrong: { NodeRecovery: ['None', undefined] },
});
