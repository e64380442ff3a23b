import type { PropertyValue } from '../../../../../lib/graph';
import { wideResourcePolicy } from '../../../../../lib/review/rules/iam/wide-resource-policy';
import { judged } from '../../../../helpers/judged';

const root = { AWS: 'arn:aws:iam::111111111111:root' };
const statement = (Action: PropertyValue, Principal: PropertyValue = root): PropertyValue => ({
  Statement: [{ Effect: 'Allow', Principal, Action, Resource: '*' }],
});

test.each<[string, PropertyValue, readonly string[]]>([
  ['every action', 'ecr:*', ['RepositoryPolicyText.Statement.0.Action: allows ecr:*']],
  ['everything', ['*'], ['RepositoryPolicyText.Statement.0.Action: allows *']],
  ['one action', 'ecr:BatchGetImage', []],
  ['an action that is not known', { Ref: 'Action' }, []],
])('a repository policy that allows %s', (_name, action, expected) => {
  expect(judged(wideResourcePolicy, 'AWS::ECR::Repository', { RepositoryPolicyText: statement(action) })).toEqual(
    expected,
  );
});

test('the account of a key administers it, and nobody else', () => {
  const keyPolicy = (principal: PropertyValue) => ({ KeyPolicy: statement('kms:*', principal) });
  const reference = { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } };
  expect(judged(wideResourcePolicy, 'AWS::KMS::Key', keyPolicy(root))).toEqual([]);
  expect(judged(wideResourcePolicy, 'AWS::KMS::Key', keyPolicy(reference))).toEqual([]);
  expect(
    judged(wideResourcePolicy, 'AWS::KMS::Key', keyPolicy({ AWS: 'arn:aws:iam::111111111111:role/x' })),
  ).toHaveLength(1);
});
