import { readPolicy } from '../../../../lib/constraints/iam/policy';
import type { Json, JsonObject } from '../../../../lib/constraints/json';

const allow = (more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: '*',
  ...more,
});
const policy = (...statements: readonly Json[]): JsonObject => ({ Version: '2012-10-17', Statement: statements });

test('reads a statement into its parts, with their places', () => {
  const { version, complete, problems, statements } = readPolicy(
    policy({
      Sid: 'One',
      Effect: 'Deny',
      Principal: { AWS: ['111111111111', { Ref: 'Role' }], Service: 'lambda.amazonaws.com' },
      NotAction: ['s3:*', { Ref: 'Action' }],
      NotResource: 'arn:aws:s3:::a/*',
      Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:PrincipalOrgPaths': ['o-1/*', { Ref: 'Path' }] } },
    }),
  );
  expect({ version, complete, problems }).toEqual({ version: '2012-10-17', complete: true, problems: [] });
  expect(statements[0]).toMatchObject({
    pointer: '/Statement/0',
    sid: 'One',
    effect: 'Deny',
    principal: {
      known: [
        { form: 'AWS', text: '111111111111', pointer: '/Statement/0/Principal/AWS/0' },
        { form: 'Service', text: 'lambda.amazonaws.com', pointer: '/Statement/0/Principal/Service' },
      ],
      complete: false,
    },
    action: undefined,
    notAction: { known: [{ text: 's3:*', pointer: '/Statement/0/NotAction/0' }], complete: false },
    resource: undefined,
    notResource: { known: [{ text: 'arn:aws:s3:::a/*' }], complete: true },
    conditions: [
      { operator: 'StringLike', set: 'ForAnyValue', ifExists: true, key: 'aws:PrincipalOrgPaths', complete: false },
    ],
  });
});

test.each<[string, Json | undefined]>([
  ['one statement without a list', { Statement: allow() }],
  ['the JSON text of a policy', JSON.stringify(policy(allow()))],
  ['no document', undefined],
  ['a function as the document', { 'Fn::If': ['a', {}, {}] }],
  ['a function as a statement', policy({ 'Fn::If': ['a', allow(), { Ref: 'AWS::NoValue' }] }, allow())],
  [
    'functions as elements',
    policy(allow({ Effect: { Ref: 'E' }, Action: { Ref: 'A' }, Resource: { 'Fn::Sub': 'x' } })),
  ],
  ['everyone', policy(allow({ Principal: '*' }))],
  [
    'Null and Bool with real booleans',
    policy(allow({ Condition: { Null: { 'aws:x': true }, Bool: { 'aws:y': false } } })),
  ],
  [
    'the key of a federation',
    policy(allow({ Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'a' } } })),
  ],
])('has no problem with %s', (_name, document) => {
  expect(readPolicy(document).problems).toEqual([]);
});

test.each<[string, Json, string, RegExp]>([
  ['text that is not JSON', '{not json', '', /not the JSON text of an object/],
  ['a list', [], '', /not an object/],
  ['an unknown element', { ...policy(allow()), Statments: [] }, '/Statments', /did you mean Statement\?/],
  ['another version', { Version: '2012-10-18', Statement: allow() }, '/Version', /valid version string.*'2012-10-18'/],
  ['no statement', { Version: '2012-10-17' }, '', /has no statement/],
  ['an empty list of statements', policy(), '', /has no statement/],
  ['a statement that is a text', policy('x'), '/Statement/0', /not an object/],
  [
    'an unknown element of a statement',
    policy(allow({ Actions: 'x' })),
    '/Statement/0/Actions',
    /did you mean Action\?/,
  ],
  ['Action beside NotAction', policy(allow({ NotAction: 's3:*' })), '/Statement/0', /both Action and NotAction/],
  ['Resource beside NotResource', policy(allow({ NotResource: '*' })), '/Statement/0', /both Resource and NotResource/],
  ['no effect', policy({ Action: 'a:b', Resource: '*' }), '/Statement/0', /no Effect/],
  ['the effect in lower case', policy(allow({ Effect: 'allow' })), '/Statement/0/Effect', /Effect is "allow"/],
  ['an empty list', policy(allow({ Action: [] })), '/Statement/0/Action', /list is empty/],
  ['an action that is an object', policy(allow({ Action: [{ a: 1 }] })), '/Statement/0/Action/0', /not a text/],
  [
    'a principal without form',
    policy(allow({ Principal: '111111111111' })),
    '/Statement/0/Principal',
    /Invalid principal/,
  ],
  ['an unknown form', policy(allow({ Principal: { Aws: '*' } })), '/Statement/0/Principal/Aws', /did you mean AWS\?/],
  [
    'a condition that is a list',
    policy(allow({ Condition: [] })),
    '/Statement/0/Condition',
    /not an object of operators/,
  ],
  [
    'an unknown operator',
    policy(allow({ Condition: { StringEqual: { 'aws:x': 'a' } } })),
    '/Statement/0/Condition/StringEqual',
    /did you mean StringEquals\?/,
  ],
  [
    'Null with IfExists',
    policy(allow({ Condition: { NullIfExists: { 'aws:x': 'true' } } })),
    '/Statement/0/Condition/NullIfExists',
    /not a condition operator/,
  ],
  [
    'a key without prefix',
    policy(allow({ Condition: { StringEquals: { SourceArn: 'a' } } })),
    '/Statement/0/Condition/StringEquals/SourceArn',
    /prefaced by a vendor/,
  ],
  [
    'a value that is an object',
    policy(allow({ Condition: { StringEquals: { 'aws:x': { a: 'b' } } } })),
    '/Statement/0/Condition/StringEquals/aws:x',
    /not a text/,
  ],
])('finds %s', (_name, document, pointer, problem) => {
  expect(readPolicy(document).problems).toEqual([
    { pointer, problem: expect.stringMatching(problem) as string, fix: expect.stringMatching(/./) as string },
  ]);
});
