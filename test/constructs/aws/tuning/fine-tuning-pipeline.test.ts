import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { TuningJob } from '../../../../constructs/aws';
import { FineTuningPipeline } from '../../../../constructs/aws';
import type { TemplateJson } from '../../../helpers/aws-app';
import {
  keyArn,
  listAt,
  network,
  onlyResource,
  resourcesOf,
  templateOf,
  testKey,
  testStack,
} from '../../../helpers/aws-app';
import { tuningJobSlice } from '../../../helpers/aws-plan-fixture';
import { statementsOf } from '../../../helpers/aws-policies';
import { codedErrorOf } from '../../../helpers/coded-error';

interface Step {
  readonly Name: string;
  readonly Type: string;
  readonly Arguments: Readonly<Record<string, unknown>>;
}

function synthesize(job: TuningJob = tuningJobSlice(), modelPackageGroupName?: string): TemplateJson {
  const stack = testStack();
  const pipeline = new FineTuningPipeline(stack, 'Pipeline', {
    job,
    artifactBucketName: 'artifacts',
    network: network,
    encryptionKey: testKey(stack),
    ...(modelPackageGroupName === undefined ? {} : { modelPackageGroupName }),
  });
  pipeline.grants.start(new iam.Role(stack, 'Starter', { assumedBy: new iam.AccountRootPrincipal() }));
  return templateOf(stack);
}

/** The definition as SageMaker gets it, with references spelled by their resource. */
function stepsOf(template: TemplateJson): readonly Step[] {
  const { Properties } = onlyResource(template, 'AWS::SageMaker::Pipeline');
  const parts = listAt(Properties, 'PipelineDefinition', 'PipelineDefinitionBody', 'Fn::Join', 1);
  const text = parts.map((part) => (typeof part === 'string' ? part : 'REFERENCE')).join('');
  return (JSON.parse(text) as { Steps: readonly Step[] }).Steps;
}

test('trains without network access, inside the private network, encrypted between instances, within a maximum runtime', () => {
  const [train] = stepsOf(synthesize());
  expect(train).toMatchObject({ Name: 'Train', Type: 'Training' });
  expect(train?.Arguments).toMatchObject({
    EnableNetworkIsolation: true,
    EnableInterContainerTrafficEncryption: true,
    VpcConfig: { Subnets: network.subnetIds, SecurityGroupIds: [network.securityGroupId] },
    StoppingCondition: { MaxRuntimeInSeconds: 43_200 },
    OutputDataConfig: {
      S3OutputPath: 's3://artifacts/tuning/chat-lora/output/',
      KmsKeyId: keyArn,
      CompressionType: 'NONE',
    },
    HyperParameters: { epochs: '1', method: 'lora' },
  });
});

test.each([
  [undefined, undefined],
  ['instance-store-hardware', undefined],
  ['customer-key', keyArn],
] as const)('with volume encryption %s the training volume has the key %s', (volumeEncryption, key) => {
  // A type without local disks, which takes a key.
  const { volumeEncryption: planned, ...job } = tuningJobSlice({ instanceType: 'ml.p3.8xlarge' });
  expect(planned).toBeDefined();
  const [train] = stepsOf(synthesize({ ...job, ...(volumeEncryption === undefined ? {} : { volumeEncryption }) }));
  expect(train?.Arguments.ResourceConfig).toEqual({
    InstanceType: 'ml.p3.8xlarge',
    InstanceCount: 1,
    VolumeSizeInGB: 500,
    ...(key === undefined ? {} : { VolumeKmsKeyId: key }),
  });
});

test('a candidate needs a manual approval', () => {
  const [, register] = stepsOf(synthesize(tuningJobSlice(), 'group'));
  expect(register).toMatchObject({
    Type: 'RegisterModel',
    Arguments: { ModelPackageGroupName: 'group', ModelApprovalStatus: 'PendingManualApproval' },
  });
});

test('without a registry nothing is registered, and no role may register', () => {
  const template = synthesize();
  expect(stepsOf(template).map(({ Name }) => Name)).toEqual(['Train']);
  expect(statementsOf(template).flatMap(({ actions }) => actions)).not.toContain('sagemaker:CreateModelPackage');
});

test('training writes under the output prefix only and changes nothing that runs', () => {
  const statements = statementsOf(synthesize(tuningJobSlice(), 'group'));
  const writes = statements.filter(({ actions }) => actions.includes('s3:PutObject'));
  expect(writes.flatMap(({ resources }) => resources)).toEqual(['arn:aws:s3:::artifacts/tuning/chat-lora/output/*']);
  const actions = statements.flatMap((statement) => statement.actions);
  expect(actions.filter((action) => /Endpoint|InferenceComponent|UpdateModelPackage/.test(action))).toEqual([]);
});

test('a role that may start a pipeline may start and read this one only', () => {
  const grant = statementsOf(synthesize()).filter(({ where }) => where.startsWith('StarterDefaultPolicy'));
  expect(grant.flatMap(({ resources }) => resources)).toEqual([
    'arn:aws:sagemaker:eu-central-1:111111111111:pipeline/support-dev-chat-lora',
    'arn:aws:sagemaker:eu-central-1:111111111111:pipeline/support-dev-chat-lora/execution/*',
  ]);
});

test('several instances reach each other in a group of their own, which the role may attach', () => {
  expect(resourcesOf(synthesize(), 'AWS::EC2::SecurityGroup')).toEqual([]);
  const template = synthesize(tuningJobSlice({ instanceCount: 2 }));
  const [id] = resourcesOf(template, 'AWS::EC2::SecurityGroup').map(([logicalId]) => logicalId);
  const groupId = { 'Fn::GetAtt': [id, 'GroupId'] };
  expect(onlyResource(template, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({
    GroupId: groupId,
    SourceSecurityGroupId: groupId,
    IpProtocol: '-1',
  });
  const attach = statementsOf(template).filter(({ actions }) => actions.includes('ec2:CreateNetworkInterface'));
  expect(JSON.stringify(attach.map(({ resources }) => resources))).toContain(`"${String(id)}","GroupId"`);
});

test('refuses what SageMaker would refuse when the pipeline is created or started, all of it at once', async () => {
  const job = tuningJobSlice({
    pipelineName: 'chat_lora',
    instanceType: 'g6e.12xlarge',
    instanceCount: 0,
    volumeGiB: 0,
    maxRuntimeSeconds: 28 * 24 * 3600 + 1,
    dataPrefix: '',
    outputPrefix: 'output',
    hyperparameters: { prompt: 'a'.repeat(2501) },
  });
  const error = await codedErrorOf(() => synthesize(job, 'a_group'));
  expect(error).toMatchObject({ code: 'InvalidProps', place: 'test/Pipeline' });
  expect(String(error.got).match(/[\w.]+(?=: )/g)).toEqual([
    'modelPackageGroupName',
    'job.pipelineName',
    'job.instanceType',
    'job.instanceCount',
    'job.volumeGiB',
    'job.maxRuntimeSeconds',
    'job.dataPrefix',
    'job.outputPrefix',
    'job.hyperparameters.prompt',
  ]);
});

describe('a bucket in place of its name', () => {
  const otherKey = 'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-00000000000b';
  const job = tuningJobSlice();
  function withBucket(bucketKey: string | undefined, ownKey: boolean): TemplateJson {
    const stack = testStack();
    const artifactBucket = Bucket.fromBucketAttributes(stack, 'Bucket', {
      bucketName: 'artifacts',
      ...(bucketKey === undefined ? {} : { encryptionKey: Key.fromKeyArn(stack, 'BucketKey', bucketKey) }),
    });
    new FineTuningPipeline(stack, 'Pipeline', {
      job,
      artifactBucket,
      ...(ownKey ? { encryptionKey: testKey(stack) } : {}),
    });
    return templateOf(stack);
  }
  const decrypting = (template: TemplateJson): readonly unknown[] =>
    statementsOf(template).flatMap(({ actions, resources }) => (actions.includes('kms:Decrypt') ? resources : []));

  test('its key encrypts what the job writes, and no key is created', () => {
    const template = withBucket(otherKey, false);
    expect(resourcesOf(template, 'AWS::KMS::Key')).toEqual([]);
    expect(decrypting(template)).toEqual([otherKey]);
    expect(JSON.stringify(stepsOf(template))).toContain(otherKey);
  });

  test('beside another key, the container may decrypt with it', () => {
    expect(decrypting(withBucket(otherKey, true))).toEqual([keyArn, otherKey]);
  });

  test('a bucket without a key of a customer needs a key of its own', () => {
    expect(resourcesOf(withBucket(undefined, false), 'AWS::KMS::Key')).toHaveLength(1);
  });

  test('neither bucket nor name, and both, are refused', async () => {
    const stack = testStack();
    const neither = await codedErrorOf(() => new FineTuningPipeline(stack, 'Neither', { job }));
    expect(neither).toMatchObject({ code: 'InvalidProps', place: 'test/Neither: artifactBucket' });
    const both = {
      artifactBucket: Bucket.fromBucketName(stack, 'Bucket', 'artifacts'),
      artifactBucketName: 'artifacts',
    };
    const twice = await codedErrorOf(() => new FineTuningPipeline(stack, 'Both', { job, ...both }));
    expect(twice).toMatchObject({ got: 'artifactBucket and artifactBucketName' });
  });
});
