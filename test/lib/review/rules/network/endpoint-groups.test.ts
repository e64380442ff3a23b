import { endpointGroups } from '../../../../../lib/review/rules/network/endpoint-groups';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(endpointGroups, {
  type: 'AWS::EC2::VPCEndpoint',
  right: { VpcEndpointType: 'Interface', SecurityGroupIds: ['sg-1'] },
  wrong: { SecurityGroupIds: [undefined] },
});
