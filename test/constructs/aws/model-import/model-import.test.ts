import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { ModelImport } from '../../../../constructs/aws';
import { at, listAt, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

const revision = '0123456789abcdef0123456789abcdef01234567';
const prefix = `models/Qwen/Qwen3-32B/${revision}/`;

function synthesized(props: Partial<ConstructorParameters<typeof ModelImport>[2]> = {}): ReturnType<typeof templateOf> {
  const stack = testStack();
  const encryptionKey = testKey(stack);
  const bucket = new Bucket(stack, 'Weights', { encryption: BucketEncryption.KMS, encryptionKey });
  new ModelImport(stack, 'Import', { repository: 'Qwen/Qwen3-32B', revision, bucket, encryptionKey, ...props });
  return templateOf(stack);
}

function statements(): readonly unknown[] {
  return listAt(onlyResource(synthesized(), 'AWS::S3::BucketPolicy').Properties, 'PolicyDocument', 'Statement');
}

test('only the role of the import writes below the prefix, whatever other policies allow', () => {
  const statement = statements().find((one) => String(at(one, 'Sid')).startsWith('OnlyImportWrites'));
  expect(statement).toMatchObject({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: ['s3:PutObject', 's3:ReplicateObject'],
    Condition: {
      ArnNotEquals: { 'aws:PrincipalArn': { 'Fn::GetAtt': [expect.stringMatching(/^ImportRole/), 'Arn'] } },
    },
  });
  expect(JSON.stringify(at(statement, 'Resource'))).toContain(`/${prefix}*`);
});

test('a manifest is written only where there is none, by everybody', () => {
  const statement = statements().find((one) => String(at(one, 'Sid')).startsWith('ManifestOnce'));
  expect(statement).toMatchObject({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 's3:PutObject',
    Condition: { Null: { 's3:if-none-match': 'true' } },
  });
  expect(JSON.stringify(at(statement, 'Resource'))).toContain(`/${prefix}llmops-manifest.json`);
});

test('nobody deletes below the prefix, the import included, unless data goes with its stack', () => {
  const deletions = (): unknown => statements().find((one) => String(at(one, 'Sid')).startsWith('NobodyDeletes'));
  expect(deletions()).toMatchObject({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
  });
  expect(deletions()).not.toHaveProperty('Condition');
  expect(JSON.stringify(at(deletions(), 'Resource'))).toContain(`/${prefix}*`);
  const inDevelopment = onlyResource(synthesized({ dataRetention: 'destroy' }), 'AWS::S3::BucketPolicy').Properties;
  expect(JSON.stringify(inDevelopment)).not.toContain('s3:DeleteObject');
});

test('a required signature, a token and a name are in the project; the role reads that secret only', () => {
  const template = synthesized({ projectName: 'support-dev-import-chat', signature: 'required', tokenSecret: 'hub' });
  const project = onlyResource(template, 'AWS::CodeBuild::Project').Properties;
  expect(at(project, 'Name')).toBe('support-dev-import-chat');
  expect(listAt(project, 'Environment', 'EnvironmentVariables')).toEqual(
    expect.arrayContaining([
      { Name: 'SIGNATURE', Value: 'required' },
      { Name: 'HF_TOKEN', Value: 'hub', Type: 'SECRETS_MANAGER' },
    ]),
  );
  const policy = JSON.stringify(onlyResource(template, 'AWS::IAM::Policy').Properties);
  expect(policy).toContain(':secret:hub-??????');
  expect(policy.match(/secretsmanager:/g)).toHaveLength(2);
});

test('the role writes this prefix and deletes nothing', () => {
  const policy = JSON.stringify(onlyResource(synthesized(), 'AWS::IAM::Policy').Properties);
  expect(policy).toContain('s3:PutObject');
  expect(policy).not.toContain('s3:Delete');
  expect(policy).not.toContain('"Resource":"*"');
});

test('one build at a time runs the program with what is pinned, outside of every VPC', () => {
  const project = onlyResource(synthesized(), 'AWS::CodeBuild::Project').Properties;
  expect(at(project, 'ConcurrentBuildLimit')).toBe(1);
  expect(project).not.toHaveProperty('VpcConfig');
  expect(listAt(project, 'Environment', 'EnvironmentVariables')).toContainEqual({ Name: 'REVISION', Value: revision });
  expect(String(at(project, 'Source', 'BuildSpec'))).toContain('node import.mjs');
});

test.each([
  ['repository', { repository: 'Qwen3' }],
  ['revision', { revision: 'main' }],
  ['prefix', { prefix: 'models' }],
  ['hub', { hub: 'http://hub.example.com/' }],
  ['projectName', { projectName: 'a project' }],
  ['tokenSecret', { tokenSecret: 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:hub' }],
])('refuses a %s that cannot work', async (_prop, props) => {
  expect(await codedErrorOf(() => synthesized(props))).toMatchObject({ code: 'InvalidProps' });
});
