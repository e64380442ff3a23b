import type { PropertyValue } from '../../../../../lib/graph';
import { egressAnywhere } from '../../../../../lib/review/rules/network/egress-anywhere';
import { judged } from '../../../../helpers/judged';

test.each<[string, Record<string, PropertyValue>, number]>([
  ['one port', { CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }, 1],
  ['everything, which is another rule', { CidrIp: '0.0.0.0/0', IpProtocol: '-1' }, 0],
  ['the VPC', { CidrIp: '10.0.0.0/16', IpProtocol: 'tcp' }, 0],
  ['addresses that are not known', { CidrIp: { Ref: 'Range' }, IpProtocol: 'tcp' }, 0],
])('a rule for %s', (_name, properties, count) => {
  expect(judged(egressAnywhere, 'AWS::EC2::SecurityGroupEgress', properties)).toHaveLength(count);
});
