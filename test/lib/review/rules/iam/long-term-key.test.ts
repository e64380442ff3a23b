import { longTermKey } from '../../../../../lib/review/rules/iam/long-term-key';
import { judged } from '../../../../helpers/judged';

test('an access key is a finding, and a role is none', () => {
  expect(judged(longTermKey, 'AWS::IAM::AccessKey', { UserName: { Ref: 'User' } })).toEqual([
    ': is a key that never expires',
  ]);
  expect(judged(longTermKey, 'AWS::IAM::Role', {})).toEqual([]);
});
