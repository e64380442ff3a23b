import { workloadSecurityGroup } from '../../../../constructs/aws/network/workload-security-group';
import { onlyResource, templateOf, testStack } from '../../../helpers/aws-app';

test('opens HTTPS and takes no connection', () => {
  const stack = testStack();
  workloadSecurityGroup(stack, 'vpc-1');
  const { Properties } = onlyResource(templateOf(stack), 'AWS::EC2::SecurityGroup');
  expect(Properties).toMatchObject({
    VpcId: 'vpc-1',
    SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
  });
  expect(Properties).not.toHaveProperty('SecurityGroupIngress');
});
