import type { PropertyValue } from '../../../lib/graph';
import { findingsOf } from '../../helpers/check-template';
import type { Case } from '../case';

const github = 'token.actions.githubusercontent.com';
const role = (condition: PropertyValue): Parameters<typeof findingsOf>[0] => ({
  Deploy: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: `arn:aws:iam::111111111111:oidc-provider/${github}` },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: condition,
          },
        ],
      },
    },
  },
});
const audience = { [`${github}:aud`]: 'sts.amazonaws.com' };
const subject = (value: string): { readonly [key: string]: PropertyValue } => ({ [`${github}:sub`]: value });

/** Source: aws-actions/configure-aws-credentials issues 452, 1137 and 1238. */
export const p46: Case = {
  id: 'P46',
  fault: 'a federated trust without an exact subject',
  expected: 'an error for each way to widen it',
  check() {
    for (const condition of [
      { StringEquals: audience },
      { StringEquals: audience, StringLike: subject('repo:example-org/*') },
      { StringEquals: audience, StringLike: subject('*') },
      { StringEquals: audience, 'ForAllValues:StringLike': subject('repo:example-org/app:*') },
      { StringEquals: subject('repo:example-org/app:environment:prod'), 'ForAllValues:StringEquals': audience },
    ])
      expect(findingsOf(role(condition), /^OpenFederatedTrust/)).toEqual([
        expect.stringMatching(/^OpenFederatedTrust Deploy: /),
      ]);
    const exact = { StringEquals: { ...audience, ...subject('repo:example-org/app:environment:prod') } };
    expect(findingsOf(role(exact))).toEqual([]);
  },
};
