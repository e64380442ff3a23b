import type { Json } from '../../../../../lib/constraints/json';
import { collectionEncryption } from '../../../../../lib/local/aws/checks/collection-encryption';
import { checkInput, existing } from './check-input';

const policy = (value: Json, type = 'encryption', more = {}) =>
  existing('AWS::OpenSearchServerless::SecurityPolicy', 'p', { Type: type, Policy: value }, more);
const rules = (resource: string, type = 'collection') => ({ Rules: [{ ResourceType: type, Resource: [resource] }] });
const check = (...policies: readonly ReturnType<typeof policy>[]) =>
  collectionEncryption(checkInput({ Name: 'handbook' }, { existing: policies }));

test.each([
  ['by name', policy(rules('collection/handbook'))],
  ['by name, as text', policy(JSON.stringify(rules('collection/handbook')))],
  ['by a prefix', policy(rules('collection/hand*'))],
  ['with every other', policy(rules('collection/*'))],
])('accepts a collection that an encryption policy covers %s', (_name, covering) => {
  expect(check(covering)).toBeUndefined();
  expect(check(policy(rules('collection/other')), covering)).toBeUndefined();
});

test.each([
  ['no policy', []],
  ['a policy of another name', [policy(rules('collection/handbooks'))]],
  ['a name that is only a prefix', [policy(rules('collection/hand'))]],
  ['a prefix of another name', [policy(rules('collection/manual*'))]],
  ['a policy of the network', [policy(rules('collection/handbook'), 'network')]],
  ['a rule about another kind of resource', [policy(rules('collection/handbook', 'index'))]],
  ['a policy in another region', [policy(rules('collection/handbook'), 'encryption', { region: 'us-east-1' })]],
  ['a policy that is not JSON', [policy('Rules')]],
  ['a policy without rules', [policy({})]],
])('fails on a collection with %s', (_name, policies) => {
  expect(check(...policies)).toBe(
    'No matching security policy of encryption type found for collection name: handbook. Please create security policy of encryption type for this collection. (#/Name)',
  );
});

test('a collection with a key or in a group needs no policy', () => {
  expect(collectionEncryption(checkInput({ Name: 'a', EncryptionConfig: { AWSOwnedKey: true } }))).toBeUndefined();
  expect(collectionEncryption(checkInput({ Name: 'a', CollectionGroupName: 'g' }))).toBeUndefined();
});
