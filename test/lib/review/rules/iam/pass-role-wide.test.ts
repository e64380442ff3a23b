import type { PropertyValue } from '../../../../../lib/graph';
import { passRoleWide } from '../../../../../lib/review/rules/iam/pass-role-wide';
import { judged } from '../../../../helpers/judged';

const role = 'arn:aws:iam::111111111111:role/model';
const service = { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } };
const policy = (Resource: PropertyValue, Condition: PropertyValue, Action = 'iam:PassRole') => ({
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource, Condition }] },
});

test.each<[string, ReturnType<typeof policy>, readonly string[]]>([
  ['one role to one service', policy(role, service), []],
  ['a role that is not known', policy({ 'Fn::GetAtt': ['Role', 'Arn'] }, service), []],
  ['every role', policy('*', service), ['PolicyDocument.Statement.0.Resource: passes every role of *']],
  [
    'every role of an account',
    policy(role.replace('model', '*'), service),
    ['PolicyDocument.Statement.0.Resource: passes every role of arn:aws:iam::111111111111:role/*'],
  ],
  ['a role to any service', policy(role, {}), ['PolicyDocument.Statement.0.Condition: passes roles to any service']],
  [
    'a role to every service',
    policy(role, { StringLike: { 'iam:PassedToService': '*' } }),
    ['PolicyDocument.Statement.0.Condition: passes roles to any service'],
  ],
  ['a condition that is not known', policy(role, { Ref: 'Condition' }), []],
  ['nothing', policy('*', {}, 'iam:GetRole'), []],
])('a policy that passes %s', (_name, properties, expected) => {
  expect(judged(passRoleWide, 'AWS::IAM::Policy', properties)).toEqual(expected);
});
