/** One command of the AWS CLI, run in a folder with the files of `cliFiles`. */
export interface CliStep {
  readonly args: readonly string[];
  /** What it prints on standard output. @default - nothing is asked of it */
  readonly prints?: RegExp;
  /** The error code with which it ends. @default - it ends well */
  readonly refusedAs?: string;
}

const template = {
  Parameters: { Value: { Type: 'String' } },
  Resources: {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'cli-plain' } },
    Versioned: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'cli-versioned', VersioningConfiguration: { Status: 'Enabled' } },
    },
    Parameter: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/cli/stack', Type: 'String', Value: { Ref: 'Value' } },
    },
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
    Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/cli', TargetKeyId: { Ref: 'Key' } } },
    Repository: { Type: 'AWS::ECR::Repository', Properties: { RepositoryName: 'cli/app' } },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
      },
    },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'cli-function',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: 'exports.handler = async () => "answered";' },
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      },
    },
  },
};

const mebibyte = 1024 * 1024;

/** The files that the commands name. */
export const cliFiles: Readonly<Record<string, string | Buffer>> = {
  'template.json': JSON.stringify(template),
  'broken.json': '{ "Resources": {} }',
  'big.bin': Buffer.alloc(12 * mebibyte, 'big'),
  'site/index.html': '<p>index',
  'site/a b/ü+%.txt': 'odd name',
  'site/.hidden': 'hidden',
};

const deploy = ['cloudformation', 'deploy', '--stack-name', 'cli', '--template-file', 'template.json'];
const object = ['--bucket', 'cli-plain', '--key', 'big.bin'];

/** What users do with the AWS CLI, in this order. */
export const cliSteps: readonly CliStep[] = [
  { args: ['sts', 'get-caller-identity'], prints: /"Account": "111111111111"/ },
  { args: [...deploy, '--parameter-overrides', 'Value=one'], refusedAs: 'InsufficientCapabilitiesException' },
  {
    args: [...deploy, '--parameter-overrides', 'Value=one', '--capabilities', 'CAPABILITY_IAM', '--tags', 'team=a b'],
    prints: /Successfully created/,
  },
  { args: ['ssm', 'get-parameter', '--name', '/cli/stack'], prints: /"Value": "one"/ },
  {
    args: [...deploy, '--parameter-overrides', 'Value=two', '--capabilities', 'CAPABILITY_IAM'],
    prints: /Successfully created/,
  },
  {
    args: [...deploy, '--capabilities', 'CAPABILITY_IAM', '--no-fail-on-empty-changeset'],
    prints: /No changes to deploy/,
  },
  { args: ['ssm', 'get-parameter-history', '--name', '/cli/stack'], prints: /"Value": "two"/ },
  { args: ['cloudformation', 'describe-stack-events', '--stack-name', 'cli', '--max-items', '2'], prints: /NextToken/ },
  { args: ['cloudformation', 'validate-template', '--template-body', 'file://template.json'], prints: /"Value"/ },
  {
    args: ['cloudformation', 'validate-template', '--template-body', 'file://broken.json'],
    refusedAs: 'ValidationError',
  },
  { args: ['cloudformation', 'detect-stack-drift', '--stack-name', 'cli'], prints: /StackDriftDetectionId/ },
  { args: ['cloudformation', 'wait', 'stack-exists', '--stack-name', 'cli'] },
  { args: ['cloudformation', 'describe-stacks', '--stack-name', 'absent'], refusedAs: 'ValidationError' },
  { args: ['s3', 'cp', 'big.bin', 's3://cli-plain/big.bin', '--no-progress'], prints: /upload:/ },
  { args: ['s3api', 'head-object', ...object], prints: /"ContentLength": 12582912/ },
  { args: ['s3', 'cp', 's3://cli-plain/big.bin', 's3://cli-plain/copy.bin', '--no-progress'], prints: /copy:/ },
  { args: ['s3', 'cp', 's3://cli-plain/copy.bin', 'back.bin', '--no-progress'], prints: /download:/ },
  { args: ['s3', 'sync', 'site', 's3://cli-plain/site', '--no-progress'], prints: /ü\+%\.txt/ },
  { args: ['s3', 'sync', 's3://cli-plain/site', 'copied', '--no-progress'], prints: /download:/ },
  { args: ['s3', 'ls', 's3://cli-plain', '--recursive'], prints: /site\/a b\/ü\+%\.txt/ },
  { args: ['s3', 'ls'], prints: /cli-versioned/ },
  { args: ['s3', 'mv', 's3://cli-plain/copy.bin', 's3://cli-versioned/moved.bin', '--no-progress'], prints: /move:/ },
  { args: ['s3', 'rm', 's3://cli-versioned/moved.bin'], prints: /delete:/ },
  { args: ['s3api', 'list-object-versions', '--bucket', 'cli-versioned'], prints: /DeleteMarkers/ },
  { args: ['s3', 'presign', 's3://cli-plain/big.bin'], prints: /^http:\/\/127\.0\.0\.1:\d+\/cli-plain\/big\.bin\?/ },
  {
    args: [
      's3api',
      'get-object',
      '--bucket',
      'cli-plain',
      '--key',
      'site/index.html',
      'one.html',
      '--range',
      'bytes=0-2',
    ],
    prints: /"ContentLength": 3/,
  },
  { args: ['s3api', 'get-object-tagging', ...object], prints: /"TagSet": \[\]/ },
  { args: ['s3api', 'put-object-tagging', ...object, '--tagging', 'TagSet=[{Key=a,Value=b c}]'] },
  { args: ['s3api', 'get-object-tagging', ...object], prints: /"Value": "b c"/ },
  { args: ['s3api', 'get-object', '--bucket', 'cli-plain', '--key', 'absent', 'x'], refusedAs: 'NoSuchKey' },
  { args: ['s3', 'cp', 'big.bin', 's3://absent-bucket/x'], refusedAs: 'NoSuchBucket' },
  { args: ['s3api', 'head-bucket', '--bucket', 'absent-bucket'], refusedAs: '404' },
  { args: ['s3api', 'put-object-acl', ...object, '--acl', 'private'], refusedAs: 'NotImplemented' },
  { args: ['ssm', 'put-parameter', '--name', '/cli/own', '--value', 'v', '--type', 'String'], prints: /"Version": 1/ },
  {
    args: ['ssm', 'put-parameter', '--name', '/cli/own', '--value', 'v', '--type', 'String'],
    refusedAs: 'ParameterAlreadyExists',
  },
  { args: ['ssm', 'get-parameters-by-path', '--path', '/cli'], prints: /\/cli\/own[^]*\/cli\/stack/ },
  { args: ['ssm', 'delete-parameter', '--name', '/cli/own'] },
  { args: ['ssm', 'get-parameter', '--name', '/cli/own'], refusedAs: 'ParameterNotFound' },
  { args: ['kms', 'describe-key', '--key-id', 'alias/cli'], prints: /"KeyState": "Enabled"/ },
  { args: ['kms', 'generate-data-key', '--key-id', 'alias/cli', '--key-spec', 'AES_256'], prints: /CiphertextBlob/ },
  { args: ['kms', 'describe-key', '--key-id', 'alias/absent'], refusedAs: 'NotFoundException' },
  { args: ['ecr', 'describe-repositories'], prints: /"repositoryName": "cli\/app"/ },
  { args: ['ecr', 'get-login-password'], prints: /^\S+\n$/ },
  { args: ['ecr', 'list-images', '--repository-name', 'absent'], refusedAs: 'RepositoryNotFoundException' },
  { args: ['lambda', 'invoke', '--function-name', 'cli-function', 'answer.json'], prints: /"StatusCode": 200/ },
  { args: ['lambda', 'invoke', '--function-name', 'absent', 'x.json'], refusedAs: 'ResourceNotFoundException' },
  { args: ['ec2', 'describe-availability-zones'], prints: /eu-central-1c/ },
  {
    args: ['ec2', 'describe-subnets', '--subnet-ids', 'subnet-0123456789abcdef0'],
    refusedAs: 'InvalidSubnetID.NotFound',
  },
  { args: ['logs', 'describe-log-groups'], prints: /\/aws\/lambda\/cli-function/ },
  // AWS CLI 1 ignores AWS_ENDPOINT_URL for this service; the local cloud is its proxy then, and refuses.
  { args: ['sqs', 'list-queues'], refusedAs: '' },
  { args: ['s3', 'rm', 's3://cli-plain', '--recursive'], prints: /delete:/ },
  { args: ['s3', 'rb', 's3://cli-plain'], refusedAs: 'NotImplemented' },
  { args: ['cloudformation', 'delete-stack', '--stack-name', 'cli'] },
  { args: ['cloudformation', 'wait', 'stack-delete-complete', '--stack-name', 'cli'], refusedAs: '' },
];
