import type { PropertyValue } from '../../../../../lib/graph';
import { openResourcePolicy } from '../../../../../lib/review/rules/iam/open-resource-policy';
import { judged } from '../../../../helpers/judged';

const policy = (statement: Record<string, PropertyValue>) => ({
  PolicyDocument: {
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*', ...statement }],
  },
});
const found = ['PolicyDocument.Statement.0.Principal: gives rights to everybody'];

test.each<[string, Record<string, PropertyValue>, readonly string[]]>([
  ['everybody', {}, found],
  ['every AWS identity', { Principal: { AWS: ['*'] } }, found],
  ['an account', { Principal: { AWS: 'arn:aws:iam::111111111111:root' } }, []],
  ['a principal that is not known', { Principal: { Ref: 'Principal' } }, []],
  ['a denial', { Effect: 'Deny' }, []],
  ['an organisation', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }, []],
  [
    'an organisation that may be absent',
    { Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } } },
    found,
  ],
  ['everything but an account', { Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111111111111' } } }, found],
  ['any account', { Condition: { StringLike: { 'aws:PrincipalAccount': '*' } } }, found],
  ['encrypted requests', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, found],
  ['a condition that is not known', { Condition: { 'Fn::If': ['A', {}, {}] } }, []],
])('a bucket policy for %s', (_name, statement, expected) => {
  expect(judged(openResourcePolicy, 'AWS::S3::BucketPolicy', policy(statement))).toEqual(expected);
});

test('reads a policy that is a text of JSON, with references in it', () => {
  const text = {
    'Fn::Sub': JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3vectors:*', Resource: '${Bucket}' }],
    }),
  };
  expect(judged(openResourcePolicy, 'AWS::S3Vectors::VectorBucketPolicy', { Policy: text })).toHaveLength(1);
  expect(judged(openResourcePolicy, 'AWS::S3Vectors::VectorBucketPolicy', { Policy: { Ref: 'Policy' } })).toEqual([]);
});
