import type { PropertyValue } from '../../../../../lib/graph';
import { openTrust } from '../../../../../lib/review/rules/iam/open-trust';
import { judged } from '../../../../helpers/judged';

const trust = (statement: Record<string, PropertyValue>) => ({
  AssumeRolePolicyDocument: {
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '*' }, ...statement }],
  },
});

test.each<[string, Record<string, PropertyValue>, number]>([
  ['everybody', {}, 1],
  ['an organisation', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }, 0],
  ['an account', { Principal: { AWS: '111111111111' } }, 0],
  ['a principal that is not known', { Principal: { AWS: { Ref: 'Principal' } } }, 0],
])('a role for %s', (_name, statement, count) => {
  expect(judged(openTrust, 'AWS::IAM::Role', trust(statement))).toHaveLength(count);
});
