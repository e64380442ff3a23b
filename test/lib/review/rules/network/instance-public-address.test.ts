import { instancePublicAddress } from '../../../../../lib/review/rules/network/instance-public-address';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(instancePublicAddress, {
  type: 'AWS::EC2::Instance',
  right: { NetworkInterfaces: [{ AssociatePublicIpAddress: false }] },
  wrong: { 'NetworkInterfaces.0.AssociatePublicIpAddress': [true] },
});

ruleCases(instancePublicAddress, {
  type: 'AWS::EC2::LaunchTemplate',
  right: { LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: false }] } },
  wrong: { 'LaunchTemplateData.NetworkInterfaces.0.AssociatePublicIpAddress': [true] },
});
