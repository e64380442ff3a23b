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
      Value: '2',
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
    'DeleteParameter',
    { Name: '/app' },
    {
      __type: 'UnknownOperationException',
      message: 'The local cloud does not implement AmazonSSM.DeleteParameter',
    },
  ],
])('fails on %s with %j', async (action, input, error) => {
  expect(await call(action, input)).toEqual({ status: 400, body: error });
  expect(cloud.requests().at(-1)).toMatchObject({ outcome: 'refused', service: 'ssm', errorCode: error['__type'] });
});
