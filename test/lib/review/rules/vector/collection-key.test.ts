import type { PropertyValue } from '../../../../../lib/graph';
import { collectionKey } from '../../../../../lib/review/rules/vector/collection-key';
import { judged } from '../../../../helpers/judged';

const policy = (document: PropertyValue, Type = 'encryption') => ({ Type, Policy: document });
const text = (document: object): string => JSON.stringify({ Rules: [], ...document });

test.each<[string, ReturnType<typeof policy>, number]>([
  ['a customer key', policy(text({ AWSOwnedKey: false, KmsARN: 'arn:aws:kms:x' })), 0],
  ['a customer key by reference', policy({ 'Fn::Sub': text({ AWSOwnedKey: false, KmsARN: '${Key.Arn}' }) }), 0],
  ['a key of AWS', policy(text({ AWSOwnedKey: true })), 1],
  ['no key', policy(text({})), 1],
  ['a policy that is not known', policy({ Ref: 'Policy' }), 0],
  ['a network policy', policy(text({}), 'network'), 0],
])('a security policy with %s', (_name, properties, count) => {
  expect(judged(collectionKey, 'AWS::OpenSearchServerless::SecurityPolicy', properties)).toHaveLength(count);
});
