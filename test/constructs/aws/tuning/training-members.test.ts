import { TrainingMembers } from '../../../../constructs/aws/tuning/training-members';
import { onlyResource, templateOf, testStack } from '../../../helpers/aws-app';

const stack = testStack();
const { resource } = new TrainingMembers(stack, 'Members', { vpcId: 'vpc-1' });
const template = templateOf(stack);
const groupId: unknown = stack.resolve(resource.attrGroupId);

test('members reach each other with every protocol', () => {
  expect(onlyResource(template, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({
    GroupId: groupId,
    SourceSecurityGroupId: groupId,
    IpProtocol: '-1',
  });
  expect(onlyResource(template, 'AWS::EC2::SecurityGroupEgress').Properties).toMatchObject({
    GroupId: groupId,
    DestinationSecurityGroupId: groupId,
    IpProtocol: '-1',
  });
});

test('nobody else is admitted, and nothing else is opened', () => {
  const { Properties } = onlyResource(template, 'AWS::EC2::SecurityGroup');
  expect(Properties).not.toHaveProperty('SecurityGroupIngress');
  expect(Properties.SecurityGroupEgress).toMatchObject([{ CidrIp: '127.0.0.1/32' }]);
});
