import { PlatformStage } from '../../../stacks/aws';
import { at, listAt, onlyResource, resourcesOf, stageTemplates, testApp } from '../../helpers/aws-app';
import { settledPlan } from '../../helpers/aws-plan-fixture';
import { statementsOf } from '../../helpers/aws-policies';

type Standby = NonNullable<ReturnType<typeof settledPlan>['aws']['standby']>;

const rule: Standby['images']['rule'] = {
  destinations: [{ region: 'eu-west-1', registryId: '333333333333' }],
  repositoryFilters: [{ filter: 'support/prod', filterType: 'PREFIX_MATCH' }],
};
const given: Standby = {
  region: 'eu-west-1',
  bucketArn: 'arn:aws:s3:::artifacts-standby',
  keyArn: 'arn:aws:kms:eu-west-1:333333333333:key/00000000-0000-4000-8000-000000000002',
  images: { replication: 'not-ours', rule },
  replicated: [],
  notReplicated: [],
  serving: 'none',
};
const alias = 'alias/support-prod-standby';
const created: Standby = {
  ...given,
  bucketArn: 'arn:aws:s3:::support-prod-artifacts-copies',
  documentsBucketArn: 'arn:aws:s3:::support-prod-knowledge-copies',
  keyArn: `arn:aws:kms:eu-west-1:333333333333:${alias}`,
  stack: {
    stackName: 'support-prod-standby',
    key: { keyAlias: alias, rotationDays: 365 },
    artifactBucketName: 'support-prod-artifacts-copies',
    documentsBucketName: 'support-prod-knowledge-copies',
    repository: { repositoryName: 'support/prod', untaggedImageDays: 365 },
  },
};

function templatesWith(standby: Standby | undefined) {
  const templates = stageTemplates(settledPlan('prod', standby === undefined ? {} : { standby }));
  const { integration, knowledge, standby: copies } = templates;
  if (integration === undefined || knowledge === undefined) throw new Error('no integration or no knowledge');
  return { integration, knowledge, copies };
}

test('the artifact bucket of the environment is replicated where the plan says so, and by one role more', () => {
  const [plain, replicated] = [templatesWith(undefined), templatesWith(given)].map(({ integration }) => integration);
  if (plain === undefined || replicated === undefined) throw new Error('no integration');
  const bucket = onlyResource(replicated, 'AWS::S3::Bucket').Properties;
  expect(at(bucket, 'ReplicationConfiguration', 'Rules', 0, 'Destination', 'Bucket')).toBe(given.bucketArn);
  expect(onlyResource(plain, 'AWS::S3::Bucket').Properties).not.toHaveProperty('ReplicationConfiguration');
  const roles = [plain, replicated].map((template) => resourcesOf(template, 'AWS::IAM::Role').length);
  expect(roles).toEqual([0, 1]);
});

test('with bucket and key of the company there is no stack in the second region, and documents are not copied', () => {
  const { knowledge, copies } = templatesWith(given);
  expect(copies).toBeUndefined();
  expect(onlyResource(knowledge, 'AWS::S3::Bucket').Properties).not.toHaveProperty('ReplicationConfiguration');
});

test('otherwise a stack there has key, buckets and repository, and publishes them', () => {
  const { copies } = templatesWith(created);
  if (copies === undefined) throw new Error('no stack in the second region');
  const types = Object.values(copies.Resources).map(({ Type }) => Type);
  expect(types.toSorted()).toEqual([
    'AWS::ECR::Repository',
    'AWS::KMS::Alias',
    'AWS::KMS::Key',
    'AWS::S3::Bucket',
    'AWS::S3::Bucket',
    'AWS::S3::BucketPolicy',
    'AWS::S3::BucketPolicy',
    'AWS::SSM::Parameter',
    'AWS::SSM::Parameter',
    'AWS::SSM::Parameter',
    'AWS::SSM::Parameter',
  ]);
  const published = resourcesOf(copies, 'AWS::SSM::Parameter').map(([, { Properties }]) => Properties.Name);
  expect(published.toSorted()).toEqual(
    ['artifact-bucket-arn', 'documents-bucket-arn', 'key-arn', 'repository-uri'].map(
      (name) => `/llmops/support/prod/standby/${name}`,
    ),
  );
  for (const [, { Properties }] of resourcesOf(copies, 'AWS::S3::Bucket')) {
    expect(Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
  }
  expect(onlyResource(copies, 'AWS::ECR::Repository').Properties).toMatchObject({
    RepositoryName: 'support/prod',
    ImageTagMutability: 'IMMUTABLE',
    EncryptionConfiguration: { EncryptionType: 'KMS' },
  });
});

test('both buckets are copied to it with the key behind the alias, and with no other key', () => {
  const { integration, knowledge } = templatesWith(created);
  for (const [template, bucketArn] of [
    [integration, created.bucketArn],
    [knowledge, created.documentsBucketArn],
  ] as const) {
    const destination = at(
      onlyResource(template, 'AWS::S3::Bucket').Properties,
      'ReplicationConfiguration',
      'Rules',
      0,
      'Destination',
    );
    expect(destination).toEqual({
      Bucket: bucketArn,
      EncryptionConfiguration: { ReplicaKmsKeyID: created.keyArn },
    });
    const encrypting = statementsOf(template).filter(({ actions }) => actions.includes('kms:Encrypt'));
    expect(encrypting).toEqual([
      expect.objectContaining({
        condition: {
          StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
          'ForAnyValue:StringEquals': { 'kms:ResourceAliases': alias },
        },
      }),
    ]);
  }
});

test('the stack of the second region is deployed before S3 is told to copy to it', () => {
  const { dependencies, region } = dependenciesOfIntegration();
  expect(dependencies).toContain('support-prod-standby');
  expect(region).toBe('eu-west-1');
});

function dependenciesOfIntegration() {
  const plan = settledPlan('prod', { standby: created });
  const stage = new PlatformStage(testApp(), 'prod', { plan }).synth();
  const artifact = stage.stacks.find(({ stackName }) => stackName === plan.aws.stackNames.integration);
  const standby = stage.stacks.find(({ stackName }) => stackName === 'support-prod-standby');
  return {
    dependencies: (artifact?.dependencies ?? []).map(({ id }) => stage.stacks.find((one) => one.id === id)?.stackName),
    region: standby?.environment.region,
  };
}

test.each(['ours', 'not-ours'] as const)(
  'the replication of the registry is written only where it is ours: %s',
  (replication) => {
    const { integration } = templatesWith({ ...created, images: { replication, rule } });
    const found = resourcesOf(integration, 'AWS::ECR::ReplicationConfiguration').map(([, { Properties }]) =>
      listAt(Properties, 'ReplicationConfiguration', 'Rules'),
    );
    expect(found).toEqual(
      replication === 'ours'
        ? [
            [
              {
                Destinations: [{ Region: 'eu-west-1', RegistryId: '333333333333' }],
                RepositoryFilters: [{ Filter: 'support/prod', FilterType: 'PREFIX_MATCH' }],
              },
            ],
          ]
        : [],
    );
  },
);
