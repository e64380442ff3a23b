import { nodegroupZones } from '../../../../../lib/review/rules/eks/nodegroup-zones';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nodegroupZones, {
  type: 'AWS::EKS::Nodegroup',
  right: { Subnets: ['subnet-1', 'subnet-2'] },
  wrong: { Subnets: [['subnet-1']] },
});
