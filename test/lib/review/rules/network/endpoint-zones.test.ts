import { endpointZones } from '../../../../../lib/review/rules/network/endpoint-zones';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(endpointZones, {
  type: 'AWS::EC2::VPCEndpoint',
  right: { SubnetIds: ['subnet-1', 'subnet-2'] },
  wrong: { SubnetIds: [['subnet-1']] },
});
