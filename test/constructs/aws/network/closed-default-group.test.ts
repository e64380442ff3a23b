import { ClosedDefaultGroup } from '../../../../constructs/aws/network/closed-default-group';
import { at, onlyResource, resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

const stack = testStack();
new ClosedDefaultGroup(stack, 'DefaultGroup', { securityGroupId: 'sg-default' });
const template = templateOf(stack);

test('runs the runbook of AWS on the group, as a role whose policy exists', () => {
  const [[role] = ['none']] = resourcesOf(template, 'AWS::IAM::Role');
  expect(onlyResource(template, 'AWS::SSM::Association')).toMatchObject({
    Properties: {
      Name: 'AWSConfigRemediation-RemoveVPCDefaultSecurityGroupRules',
      Parameters: { AutomationAssumeRole: [{ 'Fn::GetAtt': [role, 'Arn'] }], GroupId: ['sg-default'] },
    },
    DependsOn: resourcesOf(template, 'AWS::IAM::Policy').map(([id]) => id),
  });
});

test('the role removes rules of this group only', () => {
  const revoke = statementsOf(template).filter(({ actions }) => actions.some((action) => action.includes('Revoke')));
  expect(revoke.map(({ resources }) => resources)).toEqual([
    ['arn:aws:ec2:eu-central-1:111111111111:security-group/sg-default'],
  ]);
});

test('Systems Manager assumes the role for runs of this account only', () => {
  const trust = at(onlyResource(template, 'AWS::IAM::Role').Properties, 'AssumeRolePolicyDocument', 'Statement', 0);
  expect(trust).toMatchObject({
    Principal: { Service: 'ssm.amazonaws.com' },
    Condition: {
      StringEquals: { 'aws:SourceAccount': '111111111111' },
      ArnLike: { 'aws:SourceArn': 'arn:aws:ssm:eu-central-1:111111111111:automation-execution/*' },
    },
  });
});
