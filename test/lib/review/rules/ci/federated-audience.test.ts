import type { PropertyValue } from '../../../../../lib/graph';
import { federatedAudience } from '../../../../../lib/review/rules/ci/federated-audience';
import { judged } from '../../../../helpers/judged';

const trust = (Condition: PropertyValue) => ({
  AssumeRolePolicyDocument: {
    Statement: [{ Effect: 'Allow', Principal: { Federated: 'x' }, Action: 'sts:AssumeRoleWithWebIdentity', Condition }],
  },
});
const provider = 'token.actions.githubusercontent.com';
const sub = { [`${provider}:sub`]: 'repo:a/b:environment:prod' };

test.each<[string, PropertyValue, number]>([
  ['an audience', { StringEquals: { ...sub, [`${provider}:aud`]: 'sts.amazonaws.com' } }, 0],
  ['no audience', { StringEquals: sub }, 1],
  ['every audience', { StringLike: { [`${provider}:aud`]: '*' } }, 1],
  ['an audience that is not known', { StringEquals: { [`${provider}:aud`]: { Ref: 'Audience' } } }, 0],
  ['a condition that is not known', { 'Fn::If': ['A', {}, {}] }, 0],
])('a federated role with %s', (_name, condition, count) => {
  expect(judged(federatedAudience, 'AWS::IAM::Role', trust(condition))).toHaveLength(count);
});
