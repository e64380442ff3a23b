import type { JsonObject } from '../../../../lib/constraints/json';
import { validateProperties } from '../../../../lib/constraints/schema/validate';

const queue = 'AWS::SQS::Queue';
const bucket = 'AWS::S3::Bucket';
const of = (type: string, properties: JsonObject) =>
  validateProperties(type, properties).map(({ pointer, rule }) => `${pointer}: ${rule}`);

test.each<[string, string, JsonObject]>([
  ['no properties where none is required', queue, {}],
  ['text', queue, { QueueName: 'q' }],
  ['a number in place of text', queue, { QueueName: 1 }],
  ['an integer, also as text', queue, { DelaySeconds: 3, VisibilityTimeout: '30' }],
  [
    'a boolean, also as text',
    queue,
    { FifoQueue: true, ContentBasedDeduplication: 'false', SqsManagedSseEnabled: false },
  ],
  ['a boolean as YAML writes it, in quotes', queue, { FifoQueue: 'True', SqsManagedSseEnabled: 'FALSE' }],
  [
    'a version written as the number 4.0, which is 4 here',
    'AWS::Glue::Job',
    { Role: 'arn:aws:iam::111122223333:role/worker', Command: { Name: 'glueetl' }, GlueVersion: 4 },
  ],
  ['tags', queue, { Tags: [{ Key: 'a', Value: 'b' }] }],
  ['free JSON', queue, { RedrivePolicy: { any: [1] } }],
  ['a nested object', bucket, { VersioningConfiguration: { Status: 'Enabled' } }],
  [
    'a map of text',
    'AWS::Lambda::Function',
    {
      Role: 'arn:aws:iam::111122223333:role/worker',
      Code: { ZipFile: 'x' },
      Environment: { Variables: { AB: 'b', CD: 1 } },
    },
  ],
  ['the metadata of the CDK', 'AWS::CDK::Metadata', { Analytics: 'x', Any: 1 }],
  ['a custom resource with a token', 'Custom::Thing', { ServiceToken: 'arn', Any: [] }],
])('accepts %s', (_name, type, properties) => {
  expect(of(type, properties)).toEqual([]);
});

test.each<[string, string, JsonObject, readonly string[]]>([
  ['an unknown type', 'X::Y::Z', {}, ['#: unknown resource type X::Y::Z']],
  ['a custom resource without a token', 'Custom::Thing', {}, ['#: required key [ServiceToken] not found']],
  [
    'several problems at once, in the order of the schema and the properties',
    'AWS::Lambda::Function',
    { Rolle: 'r', MemorySize: 'big' },
    [
      '#: required key [Code] not found',
      '#: required key [Role] not found',
      '#: extraneous key [Rolle] is not permitted (did you mean Role?)',
      '#/MemorySize: expected type: Integer, found: String',
    ],
  ],
  ['a far-fetched name', queue, { Zzzzzzzzzz: 1 }, ['#: extraneous key [Zzzzzzzzzz] is not permitted']],
  ['a list in place of text', queue, { QueueName: [] }, ['#/QueueName: expected type: String, found: JSONArray']],
  ['an object in place of text', queue, { QueueName: {} }, ['#/QueueName: expected type: String, found: JSONObject']],
  ['text in place of a boolean', queue, { FifoQueue: 'yes' }, ['#/FifoQueue: expected type: Boolean, found: String']],
  [
    'another writing of a boolean',
    queue,
    { FifoQueue: 'tRUE' },
    ['#/FifoQueue: expected type: Boolean, found: String'],
  ],
  ['a number in place of a boolean', queue, { FifoQueue: 1 }, ['#/FifoQueue: expected type: Boolean, found: Integer']],
  ['a fraction', queue, { DelaySeconds: 1.5 }, ['#/DelaySeconds: expected type: Integer, found: Number']],
  [
    'a boolean in place of a number',
    queue,
    { DelaySeconds: true },
    ['#/DelaySeconds: expected type: Integer, found: Boolean'],
  ],
  [
    'blank text in place of a number',
    queue,
    { DelaySeconds: ' ' },
    ['#/DelaySeconds: expected type: Integer, found: String'],
  ],
  ['null in place of a number', queue, { DelaySeconds: null }, ['#/DelaySeconds: expected type: Integer, found: Null']],
  [
    'an object in place of a list',
    queue,
    { Tags: { a: 'b' } },
    ['#/Tags: expected type: JSONArray, found: JSONObject'],
  ],
  [
    'an incomplete tag and one that is text',
    queue,
    { Tags: [{ Key: 'a' }, 'b'] },
    ['#/Tags/0: required key [Value] not found', '#/Tags/1: expected type: JSONObject, found: String'],
  ],
  [
    'text in place of a nested object',
    bucket,
    { VersioningConfiguration: 'Enabled' },
    ['#/VersioningConfiguration: expected type: JSONObject, found: String'],
  ],
  [
    'a value outside of a short list',
    bucket,
    { VersioningConfiguration: { Status: 'On' } },
    ['#/VersioningConfiguration/Status: On is not a valid enum value [Enabled, Suspended]'],
  ],
  [
    'a list in place of a map',
    'AWS::Lambda::Function',
    { Role: 'arn:aws:iam::111122223333:role/worker', Code: { ZipFile: 'x' }, Environment: { Variables: [] } },
    ['#/Environment/Variables: expected type: JSONObject, found: JSONArray'],
  ],
  [
    'a list in a map of text',
    'AWS::Lambda::Function',
    { Role: 'arn:aws:iam::111122223333:role/worker', Code: { ZipFile: 'x' }, Environment: { Variables: { AB: [] } } },
    ['#/Environment/Variables/AB: expected type: String, found: JSONArray'],
  ],
])('fails on %s', (_name, type, properties, violations) => {
  expect(of(type, properties)).toEqual(violations);
});

test('a value outside of a long list gets the most similar one, not the list', () => {
  const key = (spec: string) => of('AWS::KMS::Key', { KeySpec: spec });
  expect(key('RSA_4096')).toEqual([]);
  expect(key('RSA_4069')).toEqual(['#/KeySpec: RSA_4069 is not a valid enum value (did you mean RSA_4096?)']);
  expect(key('Zzzzzzzzz')).toEqual(['#/KeySpec: Zzzzzzzzz is not a valid enum value']);
});

test('a number outside of a list is refused, also as text', () => {
  const group = (days: number | string) => of('AWS::Logs::LogGroup', { RetentionInDays: days });
  expect([group(30), group('30')]).toEqual([[], []]);
  expect(group(31)).toEqual([expect.stringMatching(/^#\/RetentionInDays: 31 is not a valid enum value/)]);
});

test('a value of several types needs one that fits; the problems are those of the nearest', () => {
  const method = (value: boolean | string | readonly string[]) =>
    of('AWS::ApiGateway::Method', {
      HttpMethod: 'GET',
      ResourceId: 'r',
      RestApiId: 'a',
      RequestParameters: { 'method.request.path.id': value },
    });
  expect([method(true), method('text')]).toEqual([[], []]);
  expect(method(['x'])).toEqual([
    '#/RequestParameters/method.request.path.id: expected type: Boolean, found: JSONArray',
  ]);
});
