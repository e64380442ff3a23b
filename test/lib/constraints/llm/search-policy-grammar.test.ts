import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { searchPolicyGrammar } from '../../../../lib/constraints/llm/search-policy-grammar';
import { breaches } from './around';

const check = (Type: string, policy: Json) =>
  breaches(searchPolicyGrammar, { Type, Policy: policy }).map((text) => text.replace('#/Policy: ', ''));
const json = (policy: Json) => JSON.stringify(policy);
const rule = (ResourceType: string, resource: string, more: JsonObject = {}): JsonObject => ({
  ResourceType,
  Resource: [resource],
  ...more,
});
const role = 'arn:aws:iam::111111111111:role/reader';
const notes = rule('collection', 'collection/notes');
const read = rule('index', 'index/notes/*', { Permission: ['aoss:ReadDocument'] });
const retention = (more: JsonObject) => json({ Rules: [rule('index', 'index/notes/*', more)] });

test.each<[string, Json]>([
  ['encryption', json({ Rules: [notes], AWSOwnedKey: true })],
  ['encryption', json({ Rules: [notes], AWSOwnedKey: false, KmsARN: 'arn:aws:kms:x' })],
  ['encryption', { 'Fn::Sub': '{"Rules":[{"ResourceType":"collection","Resource":["${A}"]}],"KmsARN":"${K}"}' }],
  ['encryption', { Ref: 'Unknown' }],
  ['network', json([{ Rules: [notes, rule('dashboard', 'collection/notes')], AllowFromPublic: true }])],
  ['network', json([{ Description: 'd', Rules: [notes], SourceVPCEs: ['vpce-1'] }])],
  ['network', json([{ Rules: [notes], AllowFromPublic: false, SourceServices: ['bedrock.amazonaws.com'] }])],
  ['data', json([{ Rules: [read], Principal: [role] }])],
  ['data', json([{ Rules: [read], Principal: ['saml/111111111111/acme/user/Annie'] }])],
  ['data', json([{ Rules: [rule('model', 'model/notes/*', { Permission: ['aoss:X'] })], Principal: [role] }])],
  ['data', json([{ Rules: [rule('collection', 'collection/*', { Permission: ['aoss:*'] })], Principal: [role] }])],
  [
    'data',
    {
      'Fn::Join': [
        '',
        [
          '[{"Rules":[{"ResourceType":"index","Resource":["index/',
          { Ref: 'C' },
          '/*"],"Permission":["aoss:*"]}],',
        ].concat(['"Principal":["'] as never, [{ 'Fn::GetAtt': ['R', 'Arn'] }] as never, ['"]}]'] as never),
      ],
    },
  ],
  ['retention', retention({ MinIndexRetention: '24h' })],
  ['retention', retention({ MinIndexRetention: '3650d' })],
  ['retention', retention({ NoMinIndexRetention: true })],
  ['other', '{'],
])('accepts a policy of type %s: %j', (type, policy) => {
  expect(check(type, policy)).toEqual([]);
});

test.each<[string, Json, string | RegExp]>([
  ['encryption', '{Rules}', /^Policy json is invalid: /],
  ['encryption', json([{ Rules: [notes], AWSOwnedKey: true }]), /the policy is not an object with Rules/],
  ['encryption', json({ Rules: [notes] }), 'neither AWSOwnedKey nor KmsARN is given'],
  ['encryption', json({ Rules: [notes], AWSOwnedKey: true, KmsARN: 'k' }), 'both AWSOwnedKey and KmsARN are given'],
  ['encryption', json({ AWSOwnedKey: true }), 'Rules is missing or empty'],
  ['encryption', json({ Rules: [], AWSOwnedKey: true }), 'Rules is missing or empty'],
  [
    'encryption',
    json({ Rules: [rule('index', 'index/a/b')], AWSOwnedKey: true }),
    'Rules[0]: ResourceType index is not one of collection',
  ],
  [
    'encryption',
    json({ Rules: [rule('collection', 'notes')], AWSOwnedKey: true }),
    'Rules[0]: Resource notes does not start with collection/',
  ],
  [
    'encryption',
    json({ Rules: [{ ResourceType: 'collection' }], AWSOwnedKey: true }),
    'Rules[0]: Resource is missing or empty',
  ],
  ['network', json({ Rules: [notes], AllowFromPublic: true }), /the policy is not a list of entries with Rules/],
  ['network', json([]), 'The policy has no entry'],
  ['network', json(['x']), '[0]: The entry is no object'],
  ['network', json([{ Rules: [notes] }]), /^\[0\]: nobody is allowed/],
  [
    'network',
    json([{ Rules: [notes], AllowFromPublic: true, SourceVPCEs: ['vpce-1'] }]),
    '[0]: AllowFromPublic is true, and SourceVPCEs is given',
  ],
  [
    'network',
    json([{ Rules: [notes], AllowFromPublic: true, Public: true }]),
    '[0]: Public is not a key of this policy; keys are Rules, Description, AllowFromPublic, SourceVPCEs, SourceServices',
  ],
  ['data', json([{ Rules: [read] }]), '[0]: Principal is missing or empty'],
  ['data', json([{ Rules: [read], Principal: ['*'] }]), /^\[0\]: Principal \* is no ARN/],
  [
    'data',
    json([{ Rules: [rule('index', 'index/notes/*')], Principal: [role] }]),
    '[0].Rules[0]: Permission is missing or empty',
  ],
  [
    'data',
    json([{ Rules: [rule('index', 'index/notes/*', { Permission: ['aoss:Read'] })], Principal: [role] }]),
    '[0].Rules[0]: aoss:Read is not a permission on index',
  ],
  [
    'data',
    json([{ Rules: [rule('collection', 'collection/a', { Permission: ['aoss:ReadDocument'] })], Principal: [role] }]),
    '[0].Rules[0]: aoss:ReadDocument is not a permission on collection',
  ],
  ['data', json([{ Rules: [read, 'x'], Principal: [role] }]), '[0].Rules[1]: the rule is no object'],
  ['retention', retention({}), /neither MinIndexRetention nor NoMinIndexRetention/],
  ['retention', retention({ MinIndexRetention: '1d', NoMinIndexRetention: true }), /both MinIndexRetention and/],
  ['retention', retention({ MinIndexRetention: '23h' }), /MinIndexRetention 23h is not a time from 24h to 3650d/],
  ['retention', retention({ MinIndexRetention: '10' }), /MinIndexRetention 10 is not a time/],
])('refuses a policy of type %s: %s', (type, policy, reason) => {
  expect(check(type, policy)).toEqual([typeof reason === 'string' ? reason : expect.stringMatching(reason)]);
});
