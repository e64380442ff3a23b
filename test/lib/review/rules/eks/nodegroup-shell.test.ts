import { nodegroupShell } from '../../../../../lib/review/rules/eks/nodegroup-shell';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nodegroupShell, {
  type: 'AWS::EKS::Nodegroup',
  right: {},
  wrong: { RemoteAccess: [{ Ec2SshKey: 'k' }] },
});
