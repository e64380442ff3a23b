import * as s3 from '@aws-sdk/client-s3';
import { S3Client } from '@aws-sdk/client-s3';
import type { LocalAws } from '../../../lib/local/aws';
import { startLocalAws } from '../../../lib/local/aws';
import { roleKey } from '../../../lib/local/aws/credentials';
import { settle } from '../../../lib/plan';
import { openWeights } from '../../../lib/platform';
import { stageTemplates } from '../../helpers/aws-app';
import { environmentPlan } from '../../helpers/plan';
import { platform } from '../../helpers/platform';
import { client } from '../../lib/local/aws/wire';

/*
 * The promise of the plan, "the prefix is written once, versioned, and only the import role may write it", asked of a bucket:
 * the integration stack of production is deployed to the local cloud, whose S3 evaluates the policy of the bucket at each call.
 */
const revision = '0123456789abcdef0123456789abcdef01234567';
const chat = openWeights('Qwen/Qwen3-32B', { revision, import: { aws: { by: 'job' } } });
const plan = settle(
  environmentPlan({ models: { ...platform().models, chat }, registry: { models: [] }, tuning: {} }, 'prod'),
);
const { account = '', region = '', integration, parameterPrefix = '' } = plan.aws ?? {};
const Bucket = integration?.artifactBucketName ?? '';
const prefix = integration?.imports?.['chat']?.prefix ?? '';
const manifest = `${prefix}llmops-manifest.json`;

/** What the foundation hands over, and a role that may do everything in every bucket. */
const foundation = {
  Resources: {
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: {
        KeyPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
              Action: 'kms:*',
              Resource: '*',
            },
          ],
        },
      },
    },
    KeyArn: {
      Type: 'AWS::SSM::Parameter',
      Properties: {
        Name: `${parameterPrefix}/foundation/key-arn`,
        Type: 'String',
        Value: { 'Fn::GetAtt': ['Key', 'Arn'] },
      },
    },
    // Every template of the CDK reads it.
    BootstrapVersion: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/cdk-bootstrap/hnb659fds/version', Type: 'String', Value: '30' },
    },
    Administrator: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'administrator',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
              Action: 'sts:AssumeRole',
            },
          ],
        },
        Policies: [
          {
            PolicyName: 'everything',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: ['s3:*', 'kms:*'], Resource: '*' }],
            },
          },
        ],
      },
    },
  },
};

let cloud: LocalAws;
let job: S3Client;
let administrator: S3Client;

beforeAll(async () => {
  cloud = await startLocalAws();
  const { query } = client(cloud, account, region);
  const deploy = async (StackName: string, template: unknown): Promise<string> => {
    const body = JSON.stringify(template);
    const capabilities = { 'Capabilities.member.1': 'CAPABILITY_NAMED_IAM' };
    const answer = await query('cloudformation', 'CreateStack', { StackName, TemplateBody: body, ...capabilities });
    if (answer.status !== 200) throw new Error(answer.text);
    const { text } = await query('cloudformation', 'DescribeStackResources', { StackName });
    if (text.includes('FAILED')) throw new Error(text);
    return text;
  };
  await deploy('foundation', foundation);
  const resources = await deploy('integration', stageTemplates(plan)['integration']);
  const role = /<PhysicalResourceId>([^<]*ImportchatRole[^<]*)<\/PhysicalResourceId>/.exec(resources)?.[1] ?? '';
  const as = (name: string): S3Client =>
    new S3Client({
      region,
      endpoint: cloud.url,
      forcePathStyle: true,
      credentials: { accessKeyId: roleKey(account, name, 'test'), secretAccessKey: 'local', sessionToken: 'local' },
    });
  job = as(role);
  administrator = as('administrator');
});
afterAll(() => cloud.close());

const put = (Key: string, IfNoneMatch?: string): s3.PutObjectCommand =>
  new s3.PutObjectCommand({ Bucket, Key, Body: 'content', ...(IfNoneMatch === undefined ? {} : { IfNoneMatch }) });

/** Name of the error with which S3 refuses. */
async function refusal(sent: Promise<unknown>): Promise<string> {
  try {
    await sent;
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

test('the import role writes files and, once, the manifest', async () => {
  expect(await refusal(job.send(put(`${prefix}model.safetensors`)))).toBe('accepted');
  expect(await refusal(job.send(put(manifest, '*')))).toBe('accepted');
  const file = { Bucket, Key: `${prefix}model.safetensors` };
  expect((await job.send(new s3.GetObjectCommand(file))).VersionId).toMatch(/./);
});

test('the manifest is not overwritten: neither without a condition nor with it', async () => {
  expect(await refusal(job.send(put(manifest)))).toBe('AccessDenied');
  expect(await refusal(job.send(put(manifest, '*')))).toBe('PreconditionFailed');
});

test('the import role writes nowhere else', async () => {
  expect(await refusal(job.send(put('models/other/config.json')))).toBe('AccessDenied');
});

test('another role writes nothing below the prefix, whatever its own policy allows, and elsewhere it does', async () => {
  expect(await refusal(administrator.send(put('models/other/config.json')))).toBe('accepted');
  const CopySource = `${Bucket}/models/other/config.json`;
  const Key = `${prefix}config.json`;
  expect(await refusal(administrator.send(put(Key)))).toBe('AccessDenied');
  expect(await refusal(administrator.send(put(manifest, '*')))).toBe('AccessDenied');
  const copy = new s3.CopyObjectCommand({ Bucket, Key, CopySource });
  expect(await refusal(administrator.send(copy))).toBe('AccessDenied');
  const parts = new s3.CreateMultipartUploadCommand({ Bucket, Key });
  expect(await refusal(administrator.send(parts))).toBe('AccessDenied');
});

test('nobody deletes a file, a version or the manifest, and what was there stays', async () => {
  const { Versions = [] } = await administrator.send(new s3.ListObjectVersionsCommand({ Bucket, Prefix: manifest }));
  const VersionId = Versions[0]?.VersionId ?? '';
  for (const who of [job, administrator]) {
    const Key = `${prefix}model.safetensors`;
    expect(await refusal(who.send(new s3.DeleteObjectCommand({ Bucket, Key })))).toBe('AccessDenied');
    expect(await refusal(who.send(new s3.DeleteObjectCommand({ Bucket, Key: manifest, VersionId })))).toBe(
      'AccessDenied',
    );
  }
  expect(VersionId).not.toBe('');
  expect(await refusal(job.send(new s3.GetObjectCommand({ Bucket, Key: manifest })))).toBe('accepted');
  const elsewhere = { Bucket, Key: 'models/other/config.json' };
  expect(await refusal(administrator.send(new s3.DeleteObjectCommand(elsewhere)))).toBe('accepted');
});
