import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { given, role } from '../../iam/access-fixture';
import { refusal, sdkOptions } from '../../sdk';
import { client } from '../../wire';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
const arnOf = (name: string): string => `arn:aws:secretsmanager:${testRegion}:${testAccount}:secret:${name}-??????`;
const resources = {
  Key: { Type: 'AWS::KMS::Key', Properties: {} },
  Given: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'given', SecretString: 'first' } },
  Made: {
    Type: 'AWS::SecretsManager::Secret',
    Properties: { Name: 'made', GenerateSecretString: {}, KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
  },
  Empty: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'empty' } },
  Shared: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'shared', SecretString: 'shared' } },
  Policy: {
    Type: 'AWS::SecretsManager::ResourcePolicy',
    Properties: {
      SecretId: { Ref: 'Shared' },
      ResourcePolicy: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Deny', Principal: '*', Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
      },
    },
  },
  Nobody: role('nobody', [{ Action: 's3:*' }]),
  Reader: role('reader', [{ Action: 'secretsmanager:*', Resource: [arnOf('given'), arnOf('made'), arnOf('shared')] }]),
  KeyUser: role('key-user', [
    { Action: 'secretsmanager:GetSecretValue', Resource: arnOf('made') },
    {
      Action: 'kms:Decrypt',
      Condition: { StringEquals: { 'kms:ViaService': `secretsmanager.${testRegion}.amazonaws.com` } },
    },
  ]),
};

let cloud: LocalAws;
let time = Date.parse('2026-12-01T00:00:00Z');
const open: SecretsManagerClient[] = [];
const as = (name?: string): SecretsManagerClient => {
  const sdk = new SecretsManagerClient(sdkOptions(cloud, name));
  open.push(sdk);
  return sdk;
};
const valueOf = async (SecretId: string, more: { VersionStage?: string } = {}) =>
  (await as().send(new GetSecretValueCommand({ SecretId, ...more }))).SecretString;
const put = (SecretId: string, SecretString: string, more: { VersionStages?: string[] } = {}) =>
  as().send(new PutSecretValueCommand({ SecretId, SecretString, ...more }));
const start = () => startLocalAws({ now: () => new Date(time), state: folder });

beforeAll(async () => {
  cloud = await start();
  await given(cloud, 'secrets', resources);
});
afterAll(async () => {
  for (const sdk of open) sdk.destroy();
  await cloud.close();
  rmSync(folder, { recursive: true });
});

it('gives the value that a stack gave or generated, the same for the same secret', async () => {
  expect(await valueOf('given')).toBe('first');
  expect(await valueOf('made')).toHaveLength(32);
  expect(await refusal(valueOf('empty'))).toBe(
    "ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
  );
});

it('moves labels with each version, and keeps what the stack does not change', async () => {
  await as().send(new CreateSecretCommand({ Name: 'versions', SecretString: 'one', Tags: [{ Key: 'a', Value: 'b' }] }));
  await put('versions', 'two');
  await put('versions', 'three', { VersionStages: ['AWSPENDING'] });
  expect(await valueOf('versions')).toBe('two');
  expect(await valueOf('versions', { VersionStage: 'AWSPREVIOUS' })).toBe('one');
  expect(await valueOf('versions', { VersionStage: 'AWSPENDING' })).toBe('three');
  const described = await as().send(new DescribeSecretCommand({ SecretId: 'versions' }));
  expect(Object.values(described.VersionIdsToStages ?? {})).toEqual([['AWSPREVIOUS'], ['AWSCURRENT'], ['AWSPENDING']]);
  expect(described).toMatchObject({ Name: 'versions', Tags: [{ Key: 'a', Value: 'b' }], CreatedDate: new Date(time) });
  expect(described.ARN).toMatch(/:secret:versions-[A-Z0-9]{6}$/);
  expect(await valueOf((described.ARN ?? '').slice(0, -7))).toBe('two');
});

it('makes one version of a request that is sent twice', async () => {
  const ClientRequestToken = 'the-token-of-a-request-that-is-sent-twice';
  const twice = (SecretString: string) =>
    as().send(new CreateSecretCommand({ Name: 'twice', SecretString, ClientRequestToken }));
  expect((await twice('same')).VersionId).toBe((await twice('same')).VersionId);
  expect(await refusal(twice('other'))).toMatch(/^ResourceExistsException/);
  const again = new PutSecretValueCommand({ SecretId: 'twice', SecretString: 'other', ClientRequestToken });
  expect(await refusal(as().send(again))).toMatch(/^ResourceExistsException: You can't use ClientRequestToken/);
});

it('deletes after the recovery window, restores before it, and frees the name', async () => {
  await as().send(new CreateSecretCommand({ Name: 'gone', SecretBinary: Buffer.from([1, 2]) }));
  const remove = () => as().send(new DeleteSecretCommand({ SecretId: 'gone', RecoveryWindowInDays: 7 }));
  const create = () => as().send(new CreateSecretCommand({ Name: 'gone', SecretString: 'new' }));
  await remove();
  expect(await refusal(valueOf('gone'))).toMatch(/^InvalidRequestException: .*marked for deletion/);
  expect(await refusal(create())).toMatch(/^InvalidRequestException: .*scheduled for deletion/);
  await as().send(new RestoreSecretCommand({ SecretId: 'gone' }));
  const { SecretBinary } = await as().send(new GetSecretValueCommand({ SecretId: 'gone' }));
  expect([...(SecretBinary ?? [])]).toEqual([1, 2]);
  await remove();
  time += 7 * 86_400_000;
  expect(await refusal(valueOf('gone'))).toMatch(/^ResourceNotFoundException/);
  await create();
  await as().send(new DeleteSecretCommand({ SecretId: 'gone', ForceDeleteWithoutRecovery: true }));
  expect(await refusal(valueOf('gone'))).toMatch(/^ResourceNotFoundException/);
});

it.each([
  ['a role without the right', 'nobody', 'given', /^AccessDeniedException: .*nobody.*secretsmanager:GetSecretValue/],
  ['another secret', 'key-user', 'given', /^AccessDeniedException/],
  ['a role without the right to the key', 'reader', 'made', /^AccessDeniedException: Access to KMS is not allowed/],
  ['a resource policy that denies', 'reader', 'shared', /^AccessDeniedException: .*explicit deny/],
  ['a role with the right', 'reader', 'given', /^done$/],
  ['a role that uses the key through the service', 'key-user', 'made', /^done$/],
])('asks for rights: %s', async (_what, name, SecretId, expected) => {
  expect(await refusal(as(name).send(new GetSecretValueCommand({ SecretId })))).toMatch(expected);
});

it('denies every action to a role without rights', async () => {
  const sdk = as('nobody');
  const SecretId = 'given';
  const calls = [
    sdk.send(new CreateSecretCommand({ Name: 'n', SecretString: 's' })),
    sdk.send(new DescribeSecretCommand({ SecretId })),
    sdk.send(new PutSecretValueCommand({ SecretId, SecretString: 's' })),
    sdk.send(new DeleteSecretCommand({ SecretId })),
    sdk.send(new RestoreSecretCommand({ SecretId })),
  ];
  for (const refused of await Promise.all(calls.map(refusal))) expect(refused).toMatch(/^AccessDeniedException/);
  expect(await refusal(as().send(new ListSecretsCommand()))).toMatch(/does not implement secretsmanager.ListSecrets/);
});

it.each([
  ['PutSecretValue', { SecretId: 'given' }, 'InvalidRequestException'],
  ['PutSecretValue', { SecretId: 'given', SecretString: 's', SecretBinary: 'cw==' }, 'InvalidParameterException'],
  ['PutSecretValue', { SecretId: 'given', SecretString: ['s'] }, 'SerializationException'],
  ['PutSecretValue', { SecretId: 'given', SecretString: 'é'.repeat(32_769) }, 'InvalidParameterException'],
  ['PutSecretValue', { SecretId: 'given', SecretString: 's', VersionStages: [] }, 'InvalidParameterException'],
  ['PutSecretValue', { SecretId: 'given', SecretString: 's', ClientRequestToken: 'x' }, 'InvalidParameterException'],
  ['GetSecretValue', {}, 'ValidationException'],
  ['CreateSecret', { Name: 'no spaces', SecretString: 's' }, 'InvalidParameterException'],
  ['DeleteSecret', { SecretId: 'given', RecoveryWindowInDays: 6 }, 'InvalidParameterException'],
  [
    'DeleteSecret',
    { SecretId: 'given', RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true },
    'InvalidParameterException',
  ],
])('refuses %s %j', async (action, input, code) => {
  const { body } = await client(cloud, testAccount, testRegion).json(
    'secretsmanager',
    `secretsmanager.${action}`,
    input,
  );
  expect(body).toMatchObject({ __type: code });
  expect(await valueOf('given')).toBe('first');
});

it('lasts: dynamic references read the value that was put, and a restart keeps it', async () => {
  await put('given', 'put');
  await given(cloud, 'readers', {
    Current: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/current', Type: 'String', Value: '{{resolve:secretsmanager:given:SecretString}}' },
    },
    Before: {
      Type: 'AWS::SSM::Parameter',
      Properties: {
        Name: '/before',
        Type: 'String',
        Value: '{{resolve:secretsmanager:given:SecretString::AWSPREVIOUS}}',
      },
    },
  });
  await cloud.close();
  cloud = await start();
  expect(await valueOf('given')).toBe('put');
  const read = async (Name: string) =>
    (await client(cloud, testAccount, testRegion).ssm('GetParameter', { Name })).body['Parameter'];
  expect(await read('/current')).toMatchObject({ Value: 'put' });
  expect(await read('/before')).toMatchObject({ Value: 'first' });
  await client(cloud, testAccount, testRegion).query('cloudformation', 'DeleteStack', { StackName: 'secrets' });
  expect(await refusal(valueOf('given'))).toMatch(/^ResourceNotFoundException/);
});
