import { subnetPublicAddress } from '../../../../../lib/review/rules/network/subnet-public-address';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(subnetPublicAddress, {
  type: 'AWS::EC2::Subnet',
  right: { MapPublicIpOnLaunch: false },
  wrong: { MapPublicIpOnLaunch: [true] },
});
