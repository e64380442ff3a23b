import {
  AlarmTopic,
  ArtifactStore,
  EncryptionKey,
  GithubDeployRole,
  ImageRepository,
  ModelPackageGroup,
  ReleaseTable,
} from '../../../constructs/aws';
import { at, keyArn, listAt, onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../helpers/aws-app';
import { statementsOf } from '../../helpers/aws-policies';

const consumers = ['222222222222', '333333333333'];
const consumerRoots = consumers.map((account) => `arn:aws:iam::${account}:root`);

test('the key rotates, and every service that uses it must act for this account', () => {
  const stack = testStack();
  new EncryptionKey(stack, 'Key', { keyAlias: 'alias/support-dev', rotationDays: 90, dataRetention: 'retain' });
  const template = templateOf(stack);
  expect(onlyResource(template, 'AWS::KMS::Key')).toMatchObject({
    Properties: { EnableKeyRotation: true, RotationPeriodInDays: 90, PendingWindowInDays: 30 },
    DeletionPolicy: 'Retain',
  });
  const services = statementsOf(template).filter((statement) => statement.services.length > 0);
  expect(services.map((statement) => statement.services)).toEqual([
    ['logs.eu-central-1.amazonaws.com'],
    ['cloudwatch.amazonaws.com'],
    ['indexing.s3vectors.amazonaws.com'],
  ]);
  for (const { condition } of services) expect(JSON.stringify(condition)).toContain('111111111111');
});

test('key, weights, images and registry name the same consumers, with the verbs of a deployment', () => {
  const stack = testStack();
  const kept = { encryptionKey: testKey(stack), dataRetention: 'destroy' } as const;
  new EncryptionKey(stack, 'Key', {
    keyAlias: 'alias/a',
    rotationDays: 365,
    dataRetention: 'destroy',
    readerAccounts: consumers,
  });
  new ArtifactStore(stack, 'Artifacts', { artifactBucketName: 'artifacts', consumerAccounts: consumers, ...kept });
  new ImageRepository(stack, 'Images', { repositoryName: 'images', consumerAccounts: consumers, ...kept });
  new ModelPackageGroup(stack, 'Group', {
    groupName: 'group',
    description: 'versions',
    consumerAccounts: consumers,
    dataRetention: 'destroy',
  });
  const template = templateOf(stack);
  const policies = ['KeyPolicy', 'PolicyDocument', 'RepositoryPolicyText', 'ModelPackageGroupPolicy'];
  const consuming = Object.values(template.Resources)
    .flatMap(({ Properties }) => policies.flatMap((policy) => listAt(Properties, policy, 'Statement')))
    .filter((statement) => Array.isArray(at(statement, 'Principal', 'AWS')));
  expect(consuming.map((statement) => at(statement, 'Principal', 'AWS'))).toEqual(consuming.map(() => consumerRoots));
  const verbs = consuming.flatMap((statement) => at(statement, 'Action'));
  expect(verbs).toEqual([
    'kms:Decrypt',
    'kms:DescribeKey',
    's3:GetObject',
    's3:GetObjectVersion',
    's3:ListBucket',
    'ecr:BatchCheckLayerAvailability',
    'ecr:BatchGetImage',
    'ecr:GetDownloadUrlForLayer',
    'sagemaker:DescribeModelPackageGroup',
    'sagemaker:CreateModel',
    'sagemaker:DescribeModelPackage',
    'sagemaker:ListModelPackages',
  ]);
});

test('a group without consumers has no policy at all', () => {
  const stack = testStack();
  new ModelPackageGroup(stack, 'Group', {
    groupName: 'group',
    description: 'versions',
    consumerAccounts: [],
    dataRetention: 'retain',
  });
  const group = onlyResource(templateOf(stack), 'AWS::SageMaker::ModelPackageGroup');
  expect(group.Properties).not.toHaveProperty('ModelPackageGroupPolicy');
  expect(group.DeletionPolicy).toBe('Retain');
});

test.each([
  ['retain', true, 'Retain'],
  ['destroy', false, 'Delete'],
] as const)('with retention %s the release table is protected: %s', (dataRetention, protectedTable, policy) => {
  const stack = testStack();
  new ReleaseTable(stack, 'Releases', { releaseTableName: 'releases', encryptionKey: testKey(stack), dataRetention });
  expect(onlyResource(templateOf(stack), 'AWS::DynamoDB::Table')).toMatchObject({
    Properties: {
      DeletionProtectionEnabled: protectedTable,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: keyArn },
    },
    DeletionPolicy: policy,
  });
});

test('artifacts are versioned, encrypted and never public, and answer over TLS 1.2 only', () => {
  const stack = testStack();
  new ArtifactStore(stack, 'Artifacts', {
    artifactBucketName: 'artifacts',
    encryptionKey: testKey(stack),
    dataRetention: 'destroy',
  });
  const template = templateOf(stack);
  expect(onlyResource(template, 'AWS::S3::Bucket').Properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { KMSMasterKeyID: keyArn, SSEAlgorithm: 'aws:kms' } },
      ],
    },
  });
  const denials = statementsOf(template).filter(({ effect }) => effect === 'Deny');
  expect(denials.map(({ condition }) => condition)).toEqual([
    { Bool: { 'aws:SecureTransport': 'false' } },
    { NumericLessThan: { 's3:TlsVersion': 1.2 } },
  ]);
});

test('alarms of this account may publish to the encrypted topic', () => {
  const stack = testStack();
  new AlarmTopic(stack, 'Topic', { alarmContact: 'team@example.com', encryptionKey: testKey(stack) });
  const template = templateOf(stack);
  expect(onlyResource(template, 'AWS::SNS::Topic').Properties.KmsMasterKeyId).toBe(keyArn);
  const allowed = statementsOf(template).find(({ effect }) => effect === 'Allow');
  expect(allowed).toMatchObject({
    services: ['cloudwatch.amazonaws.com'],
    actions: ['sns:Publish'],
    condition: {
      StringEquals: { 'aws:SourceAccount': '111111111111' },
      ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-central-1:111111111111:alarm:*' },
    },
  });
});

describe('deploy role', () => {
  const props = {
    issuer: 'https://token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    subjects: ['repo:example-org/support:environment:dev'],
    roleName: 'support-dev-pipeline',
    assumableRoleArns: ['arn:aws:iam::111111111111:role/cdk-hnb659fds-deploy-role-111111111111-eu-central-1'],
  };

  test.each([
    ['create', 1, { 'Fn::GetAtt': [expect.stringContaining('Provider'), 'Arn'] }],
    ['import', 0, 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com'],
  ] as const)('%s: trusts tokens with the exact audience and subject', (provider, providers, federated) => {
    const stack = testStack();
    new GithubDeployRole(stack, 'Deploy', { ...props, provider });
    const template = templateOf(stack);
    expect(resourcesOf(template, 'AWS::IAM::OIDCProvider')).toHaveLength(providers);
    expect(at(onlyResource(template, 'AWS::IAM::Role').Properties, 'AssumeRolePolicyDocument', 'Statement')).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: federated },
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': props.subjects,
          },
        },
      },
    ]);
  });

  test('can do nothing but become a bootstrap role', () => {
    const stack = testStack();
    new GithubDeployRole(stack, 'Deploy', { ...props, provider: 'import' });
    const own = statementsOf(templateOf(stack)).filter(({ type }) => type === 'AWS::IAM::Policy');
    expect(own).toEqual([expect.objectContaining({ actions: ['sts:AssumeRole'], resources: props.assumableRoleArns })]);
  });
});
