import { nodeRepair } from '../../../../../lib/review/rules/eks/node-repair';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nodeRepair, {
  type: 'AWS::EKS::Nodegroup',
  right: { NodeRepairConfig: { Enabled: true } },
  wrong: { 'NodeRepairConfig.Enabled': [false, undefined] },
});
