import type { PropertyValue } from '../../../../../lib/graph';
import { collectionAccess } from '../../../../../lib/review/rules/vector/collection-access';
import { judged } from '../../../../helpers/judged';

const policy = (change: object = {}, rule: object = {}): string =>
  JSON.stringify([
    {
      Rules: [{ ResourceType: 'index', Resource: ['index/handbook/*'], Permission: ['aoss:ReadDocument'], ...rule }],
      Principal: ['arn:aws:iam::111111111111:role/base'],
      ...change,
    },
  ]);

test.each<[string, PropertyValue, readonly string[]]>([
  ['one role', policy(), []],
  ['every action', policy({}, { Permission: ['aoss:*'] }), ['Policy: allows aoss:*']],
  ['every index', policy({}, { Resource: ['index/*/*'] }), ['Policy: allows index/*/*']],
  [
    'an account',
    policy({ Principal: ['arn:aws:iam::111111111111:root'] }),
    ['Policy: is for arn:aws:iam::111111111111:root'],
  ],
  ['a role by reference', { 'Fn::Sub': policy({ Principal: ['${Role.Arn}'] }) }, []],
  ['what is not known', { Ref: 'Policy' }, []],
])('a data access policy for %s', (_name, Policy, expected) => {
  expect(judged(collectionAccess, 'AWS::OpenSearchServerless::AccessPolicy', { Type: 'data', Policy })).toEqual(
    expected,
  );
});
