import type { PropertyValue } from '../../../../../lib/graph';
import { openIngress } from '../../../../../lib/review/rules/network/open-ingress';
import { judged } from '../../../../helpers/judged';

test.each<[PropertyValue, readonly string[]]>([
  [
    { CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 },
    ['SecurityGroupIngress.0.CidrIp: lets 0.0.0.0/0 in'],
  ],
  [{ CidrIpv6: '::/0', IpProtocol: '-1' }, ['SecurityGroupIngress.0.CidrIpv6: lets ::/0 in']],
  [{ CidrIp: '10.0.0.0/16', IpProtocol: 'tcp' }, []],
  [{ CidrIp: { Ref: 'Range' }, IpProtocol: 'tcp' }, []],
  [{ SourceSecurityGroupId: 'sg-1', IpProtocol: 'tcp' }, []],
])('a group with the rule %j', (rule, expected) => {
  expect(judged(openIngress, 'AWS::EC2::SecurityGroup', { SecurityGroupIngress: [rule] })).toEqual(expected);
});

test('reads rules that are resources', () => {
  expect(judged(openIngress, 'AWS::EC2::SecurityGroupIngress', { CidrIp: '0.0.0.0/0' })).toEqual([
    'CidrIp: lets 0.0.0.0/0 in',
  ]);
  expect(judged(openIngress, 'AWS::EC2::SecurityGroupIngress', { CidrIp: '10.0.0.0/8' })).toEqual([]);
});
