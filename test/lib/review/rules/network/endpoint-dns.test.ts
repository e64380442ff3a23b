import { endpointDns } from '../../../../../lib/review/rules/network/endpoint-dns';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(endpointDns, {
  type: 'AWS::EC2::VPCEndpoint',
  right: { VpcEndpointType: 'Interface', PrivateDnsEnabled: true },
  wrong: { PrivateDnsEnabled: [false, undefined] },
});
