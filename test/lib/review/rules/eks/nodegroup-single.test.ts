import { nodegroupSingle } from '../../../../../lib/review/rules/eks/nodegroup-single';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nodegroupSingle, {
  type: 'AWS::EKS::Nodegroup',
  right: { ScalingConfig: { MinSize: 2 } },
  wrong: { 'ScalingConfig.MinSize': [1, undefined] },
});
