import type { PropertyValue } from '../../../../../lib/graph';
import { managedPolicyWide } from '../../../../../lib/review/rules/iam/managed-policy-wide';
import { judged } from '../../../../helpers/judged';

test.each<[string, PropertyValue, readonly string[]]>([
  ['all rights', 'arn:aws:iam::aws:policy/AdministratorAccess', ['ManagedPolicyArns.0: has AdministratorAccess']],
  [
    'a service',
    { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AmazonBedrockFullAccess']] },
    ['ManagedPolicyArns.0: has AmazonBedrockFullAccess'],
  ],
  ['reading', 'arn:aws:iam::aws:policy/ReadOnlyAccess', []],
  ['a policy that is not known', { Ref: 'Policy' }, []],
])('a role with a managed policy for %s', (_name, arn, expected) => {
  expect(judged(managedPolicyWide, 'AWS::IAM::Role', { ManagedPolicyArns: [arn] })).toEqual(expected);
});
