import type { PropertyValue } from '../../../../../lib/graph';
import { trustWholeAccount } from '../../../../../lib/review/rules/iam/trust-whole-account';
import { judged } from '../../../../helpers/judged';

const trust = (AWS: PropertyValue, more: Record<string, PropertyValue> = {}) => ({
  AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS }, ...more }] },
});

test.each<[string, ReturnType<typeof trust>, number]>([
  ['an account', trust('111111111111'), 1],
  ['an account by ARN', trust('arn:aws:iam::111111111111:root'), 1],
  ['one role', trust('arn:aws:iam::111111111111:role/x'), 0],
  ['an account with a condition', trust('111111111111', { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }), 0],
  ['what is not known', trust({ Ref: 'Account' }), 0],
])('a role for %s', (_name, properties, count) => {
  expect(judged(trustWholeAccount, 'AWS::IAM::Role', properties)).toHaveLength(count);
});
