import type { PropertyValue } from '../../../../../lib/graph';
import { openEgress } from '../../../../../lib/review/rules/network/open-egress';
import { judged } from '../../../../helpers/judged';

test.each<[string, Record<string, PropertyValue>, number]>([
  ['no rules', {}, 1],
  ['everything', { SecurityGroupEgress: [{ CidrIp: '0.0.0.0/0', IpProtocol: '-1' }] }, 1],
  ['one port', { SecurityGroupEgress: [{ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }] }, 0],
  ['the VPC', { SecurityGroupEgress: [{ CidrIp: '10.0.0.0/16', IpProtocol: '-1' }] }, 0],
  ['addresses that are not known', { SecurityGroupEgress: [{ CidrIp: { Ref: 'Range' }, IpProtocol: '-1' }] }, 0],
  ['rules that are not known', { SecurityGroupEgress: { Ref: 'Rules' } }, 0],
])('a group with %s', (_name, properties, count) => {
  expect(judged(openEgress, 'AWS::EC2::SecurityGroup', properties)).toHaveLength(count);
});
