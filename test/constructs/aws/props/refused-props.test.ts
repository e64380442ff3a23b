import type { Stack } from 'aws-cdk-lib';
import { EncryptionKey } from '../../../../constructs/aws/encryption/encryption-key';
import { GithubDeployRole } from '../../../../constructs/aws/federation/github-deploy-role';
import { PlatformParameters } from '../../../../constructs/aws/hand-offs/parameters';
import { FlowLog } from '../../../../constructs/aws/network/flow-log';
import { ImageRepository } from '../../../../constructs/aws/registry/image-repository';
import { ModelPackageGroup } from '../../../../constructs/aws/registry/model-package-group';
import { ReleaseTable } from '../../../../constructs/aws/release/release-table';
import { ArtifactStore } from '../../../../constructs/aws/storage/artifact-store';
import { PrivateBucket } from '../../../../constructs/aws/storage/private-bucket';
import { testKey, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

/** Declares a construct with one or more values that AWS refuses. */
type Declare = (stack: Stack) => unknown;

const kept = (stack: Stack) => ({ encryptionKey: testKey(stack), dataRetention: 'retain' }) as const;
const federation = {
  provider: 'import',
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'sts.amazonaws.com',
  subjects: ['repo:example-org@1/support@2:environment:dev'],
  roleName: 'support-dev-pipeline',
  assumableRoleNames: ['cdk-hnb659fds-deploy-role-111111111111-eu-central-1'],
} as const;
const key = { keyAlias: 'alias/support-dev', rotationDays: 365, dataRetention: 'retain' } as const;

const single: readonly (readonly [place: string, got: unknown, declare: Declare])[] = [
  ['keyAlias', 'alias/aws/s3', (stack) => new EncryptionKey(stack, 'It', { ...key, keyAlias: 'alias/aws/s3' })],
  ['rotationDays', 30, (stack) => new EncryptionKey(stack, 'It', { ...key, rotationDays: 30 })],
  ['readerAccounts[0]', '1111', (stack) => new EncryptionKey(stack, 'It', { ...key, readerAccounts: ['1111'] })],
  [
    'issuer',
    'http://x.example',
    (stack) => new GithubDeployRole(stack, 'It', { ...federation, issuer: 'http://x.example' }),
  ],
  ['subjects', [], (stack) => new GithubDeployRole(stack, 'It', { ...federation, subjects: [] })],
  [
    'subjects[0]',
    'repo:a/b:*',
    (stack) => new GithubDeployRole(stack, 'It', { ...federation, subjects: ['repo:a/b:*'] }),
  ],
  ['roleName', 'a/b', (stack) => new GithubDeployRole(stack, 'It', { ...federation, roleName: 'a/b' })],
  ['retentionDays', 31, (stack) => new FlowLog(stack, 'It', { vpcId: 'vpc-1', retentionDays: 31, ...kept(stack) })],
  [
    'repositoryName',
    'Support',
    (stack) => new ImageRepository(stack, 'It', { repositoryName: 'Support', ...kept(stack) }),
  ],
  [
    'groupName',
    'support_dev',
    (stack) =>
      new ModelPackageGroup(stack, 'It', {
        groupName: 'support_dev',
        description: 'versions',
        consumerAccounts: [],
        dataRetention: 'retain',
      }),
  ],
  [
    'parameterPrefix',
    '/llmops/support/',
    (stack) => new PlatformParameters(stack, 'It', { parameterPrefix: '/llmops/support/' }),
  ],
  ['parameterPrefix', '/aws/x', (stack) => new PlatformParameters(stack, 'It', { parameterPrefix: '/aws/x' })],
  ['releaseTableName', 'a b', (stack) => new ReleaseTable(stack, 'It', { releaseTableName: 'a b', ...kept(stack) })],
  ['bucketName', 'Bad_Name', (stack) => new PrivateBucket(stack, 'It', { bucketName: 'Bad_Name', ...kept(stack) })],
  [
    'sharedPrefixes[0]',
    '',
    (stack) =>
      new ArtifactStore(stack, 'It', { artifactBucketName: 'artifacts', sharedPrefixes: [''], ...kept(stack) }),
  ],
];

test.each(single)('refuses %s %j when it is declared, with its place and a way out', async (prop, got, declare) => {
  const error = await codedErrorOf(() => declare(testStack('app')));
  expect(error).toMatchObject({ code: 'InvalidProps', place: `app/It: ${prop}`, got });
  expect(error.expected).not.toBe('');
  expect(error.fix).not.toBe('');
});

test('says everything that is wrong at once', async () => {
  const error = await codedErrorOf(
    () => new EncryptionKey(testStack('app'), 'It', { ...key, keyAlias: '', rotationDays: 0 }),
  );
  expect(error.got).toEqual(['keyAlias: ""', 'rotationDays: 0']);
});
