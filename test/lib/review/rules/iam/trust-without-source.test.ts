import type { PropertyValue } from '../../../../../lib/graph';
import { trustWithoutSource } from '../../../../../lib/review/rules/iam/trust-without-source';
import { judged } from '../../../../helpers/judged';

const trust = (statement: Record<string, PropertyValue>) => ({
  AssumeRolePolicyDocument: {
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'bedrock.amazonaws.com' }, Action: 'sts:AssumeRole', ...statement },
    ],
  },
});
const found = ['AssumeRolePolicyDocument.Statement.0.Condition: trusts bedrock.amazonaws.com for every account'];

test.each<[string, Record<string, PropertyValue>, readonly string[]]>([
  ['no condition', {}, found],
  ['an account', { Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } } }, []],
  [
    'an account that is not known',
    { Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } },
    [],
  ],
  ['every resource', { Condition: { ArnLike: { 'aws:SourceArn': '*' } } }, found],
  ['a service that acts for no resource', { Principal: { Service: 'ec2.amazonaws.com' } }, []],
  ['an account as principal', { Principal: { AWS: '111111111111' } }, []],
])('a role with %s', (_name, statement, expected) => {
  expect(judged(trustWithoutSource, 'AWS::IAM::Role', trust(statement))).toEqual(expected);
});
