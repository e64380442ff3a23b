import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
  for (const Name of ['/app/a', '/app/b/c', '/apple', '/app'])
    await call('PutParameter', { Name, Type: 'String', Value: Name });
});
afterAll(() => cloud.close());

const call = (action: string, input: unknown) => client(cloud, testAccount, testRegion).ssm(action, input);

async function namesUnder(input: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { body } = await call('GetParametersByPath', input);
  return (body['Parameters'] as readonly { readonly Name: string }[]).map(({ Name }) => Name);
}

test('a path gives its direct children, and with Recursive those at every depth', async () => {
  expect(await namesUnder({ Path: '/app' })).toEqual(['/app/a']);
  expect(await namesUnder({ Path: '/app/', Recursive: false })).toEqual(['/app/a']);
  expect(await namesUnder({ Path: '/app', Recursive: true })).toEqual(['/app/a', '/app/b/c']);
});

test('a parameter is written once, and again only with Overwrite, which raises its version', async () => {
  expect((await call('PutParameter', { Name: '/once', Type: 'SecureString', Value: '1' })).body).toEqual({
    Version: 1,
    Tier: 'Standard',
  });
  expect(await call('PutParameter', { Name: '/once', Value: '2' })).toEqual({
    status: 400,
    body: {
      __type: 'ParameterAlreadyExists',
      message: 'The parameter /once already exists: set Overwrite to replace it',
    },
  });
  expect((await call('PutParameter', { Name: '/once', Value: '2', Overwrite: true })).body).toMatchObject({
    Version: 2,
  });
  expect((await call('GetParameter', { Name: '/once' })).body).toMatchObject({
    Parameter: {
      Name: '/once',
      Type: 'SecureString',
      Version: 2,
      ARN: `arn:aws:ssm:${testRegion}:${testAccount}:parameter/once`,
    },
  });
});

test('GetParameters lists the names it does not find', async () => {
  expect((await call('GetParameters', { Names: ['/app', '/none'] })).body).toMatchObject({
    Parameters: [{ Name: '/app' }],
    InvalidParameters: ['/none'],
  });
});

test.each<[string, unknown, Readonly<Record<string, string>>]>([
  ['GetParameter', { Name: '/none' }, { __type: 'ParameterNotFound', message: 'Parameter /none not found.' }],
  ['GetParameter', {}, { __type: 'ValidationException', message: 'expected a string, got nothing' }],
  ['GetParameter', { Name: ['/app'] }, { __type: 'ValidationException', message: 'expected a string, got ["/app"]' }],
  ['GetParameter', ['/app'], { __type: 'SerializationException', message: 'expected a JSON object' }],
  [
    'GetInventory',
    { Name: '/app' },
    {
      __type: 'UnknownOperationException',
      message: 'The local cloud does not implement AmazonSSM.GetInventory',
    },
  ],
])('fails on %s with %j', async (action, input, error) => {
  expect(await call(action, input)).toEqual({ status: 400, body: error });
  expect(cloud.requests().at(-1)).toMatchObject({ outcome: 'refused', service: 'ssm', errorCode: error['__type'] });
});

const codeOf = async (action: string, input: unknown): Promise<unknown> => (await call(action, input)).body['__type'];

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['a member that is not followed', { Name: '/n', Value: 'x', Type: 'String', Policies: '[]' }, 'NotImplemented'],
  ['no type for a new parameter', { Name: '/n', Value: 'x' }, 'ValidationException'],
  ['an unknown type', { Name: '/n', Value: 'x', Type: 'Text' }, 'ValidationException'],
  ['a path without its first slash', { Name: 'a/b', Value: 'x', Type: 'String' }, 'ValidationException'],
  ['a reserved name', { Name: '/aws/x', Value: 'x', Type: 'String' }, 'AccessDeniedException'],
  ['a name of the service', { Name: 'ssm-x', Value: 'x', Type: 'String' }, 'ValidationException'],
  ['sixteen levels', { Name: '/a'.repeat(16), Value: 'x', Type: 'String' }, 'HierarchyLevelLimitExceededException'],
  ['a value that is too long', { Name: '/n', Value: 'x'.repeat(4097), Type: 'String' }, 'ValidationException'],
  ['no value', { Name: '/n', Value: '', Type: 'String' }, 'ValidationException'],
  [
    'a value beside its pattern',
    { Name: '/n', Value: 'x', Type: 'String', AllowedPattern: '\\d+' },
    'ParameterPatternMismatchException',
  ],
  [
    'tags of what is overwritten',
    { Name: '/n', Value: 'x', Type: 'String', Overwrite: true, Tags: [] },
    'ValidationException',
  ],
  [
    'another type than before',
    { Name: '/app', Value: 'x', Type: 'StringList', Overwrite: true },
    'HierarchyTypeMismatchException',
  ],
])('PutParameter refuses %s', async (_, input, code) => {
  expect(await codeOf('PutParameter', input)).toBe(code);
  expect(await codeOf('GetParameter', { Name: '/n' })).toBe('ParameterNotFound');
});

test('a version and a label select what they name; a label moves', async () => {
  for (const Value of ['one', 'two', 'three'])
    await call('PutParameter', { Name: '/v', Type: 'String', Value, Overwrite: true });
  const valueOf = async (Name: string) =>
    ((await call('GetParameter', { Name })).body['Parameter'] as { Value?: string } | undefined)?.Value;
  await call('LabelParameterVersion', { Name: '/v', ParameterVersion: 1, Labels: ['stable'] });
  expect([await valueOf('/v'), await valueOf('/v:2'), await valueOf('/v:stable')]).toEqual(['three', 'two', 'one']);
  await call('LabelParameterVersion', { Name: '/v', ParameterVersion: 2, Labels: ['stable'] });
  expect(await valueOf('/v:stable')).toBe('two');
  expect(await valueOf(`arn:aws:ssm:${testRegion}:${testAccount}:parameter/v`)).toBe('three');
  expect(await codeOf('GetParameter', { Name: '/v:9' })).toBe('ParameterVersionNotFound');
  expect((await call('LabelParameterVersion', { Name: '/v', Labels: ['1st'] })).body).toMatchObject({
    InvalidLabels: ['1st'],
  });
  const { body } = await call('GetParameterHistory', { Name: '/v' });
  expect(
    (body['Parameters'] as { Version: number; Labels: string[] }[]).map(({ Version, Labels }) => [Version, Labels]),
  ).toEqual([
    [1, []],
    [2, ['stable']],
    [3, []],
  ]);
});

test('a secure value is given to who asks for it decrypted', async () => {
  await call('PutParameter', { Name: '/secret', Type: 'SecureString', Value: 'plain' });
  const valueOf = async (WithDecryption: boolean) =>
    JSON.stringify((await call('GetParameter', { Name: '/secret', WithDecryption })).body);
  expect(await valueOf(true)).toContain('"Value":"plain"');
  expect(await valueOf(false)).not.toContain('plain');
});

test('lists come in pages, and a token of another list is refused', async () => {
  for (const n of [1, 2, 3]) await call('PutParameter', { Name: `/page/${n}`, Type: 'String', Value: 'x' });
  const first = (await call('GetParametersByPath', { Path: '/page', MaxResults: 2 })).body;
  expect(first['Parameters']).toHaveLength(2);
  const second = (await call('GetParametersByPath', { Path: '/page', MaxResults: 2, NextToken: first['NextToken'] }))
    .body;
  expect([(second['Parameters'] as unknown[]).length, second['NextToken']]).toEqual([1, undefined]);
  expect(await codeOf('GetParametersByPath', { Path: '/page', NextToken: 'x' })).toBe('InvalidNextToken');
  expect(await codeOf('GetParametersByPath', { Path: '/page', MaxResults: 11 })).toBe('ValidationException');
  expect(await codeOf('GetParametersByPath', { Path: 'page' })).toBe('ValidationException');
});

test('parameters are described by filters, tagged and deleted', async () => {
  const described = (
    await call('DescribeParameters', { ParameterFilters: [{ Key: 'Name', Option: 'BeginsWith', Values: ['/app'] }] })
  ).body;
  expect((described['Parameters'] as { Name: string }[]).map(({ Name }) => Name)).toEqual([
    '/app',
    '/app/a',
    '/app/b/c',
    '/apple',
  ]);
  expect(await codeOf('DescribeParameters', { ParameterFilters: [{ Key: 'Label', Values: ['x'] }] })).toBe(
    'InvalidFilterKey',
  );
  const resource = { ResourceType: 'Parameter', ResourceId: '/apple' };
  await call('AddTagsToResource', {
    ...resource,
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  });
  await call('RemoveTagsFromResource', { ...resource, TagKeys: ['a'] });
  expect((await call('ListTagsForResource', resource)).body).toEqual({ TagList: [{ Key: 'b', Value: '2' }] });
  expect((await call('DeleteParameters', { Names: ['/apple', '/none'] })).body).toEqual({
    DeletedParameters: ['/apple'],
    InvalidParameters: ['/none'],
  });
  expect(await codeOf('DeleteParameter', { Name: '/apple' })).toBe('ParameterNotFound');
});
