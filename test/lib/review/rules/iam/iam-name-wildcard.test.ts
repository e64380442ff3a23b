import type { PropertyValue } from '../../../../../lib/graph';
import { iamNameWildcard } from '../../../../../lib/review/rules/iam/iam-name-wildcard';
import { judged } from '../../../../helpers/judged';

const policy = (Resource: PropertyValue, Action = 'bedrock:InvokeModel') => ({
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource }] },
});

test.each<[string, PropertyValue, number]>([
  ['every model', 'arn:aws:bedrock:eu-central-1::foundation-model/*', 1],
  ['every model of a region that is not known', { 'Fn::Sub': 'arn:aws:bedrock:${AWS::Region}::foundation-model/*' }, 1],
  ['every secret', 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:*', 1],
  ['every bucket', 'arn:aws:s3:::*', 1],
  ['the objects of a bucket', 'arn:aws:s3:::documents/*', 0],
  ['one model', 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0', 0],
  ['the log groups of an account', 'arn:aws:logs:eu-central-1:111111111111:log-group:*', 0],
  ['a resource that is not known', { 'Fn::GetAtt': ['Key', 'Arn'] }, 0],
])('a policy for %s', (_name, resource, count) => {
  expect(judged(iamNameWildcard, 'AWS::IAM::Policy', policy(resource))).toHaveLength(count);
});

test('may describe every resource of a service', () => {
  expect(
    judged(
      iamNameWildcard,
      'AWS::IAM::Policy',
      policy('arn:aws:kms:eu-central-1:111111111111:key/*', 'kms:DescribeKey'),
    ),
  ).toEqual([]);
});
