import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { EndpointPlacement } from '../../../../constructs/aws';
import { GpuInferenceEndpoint, weightsIn } from '../../../../constructs/aws';
import { defaultAlarms } from '../../../../constructs/aws/endpoint/alarms';
import { settle } from '../../../../lib/plan';
import { alarms } from '../../../../lib/plan/endpoint/alarms';
import type { TemplateJson } from '../../../helpers/aws-app';
import { at, onlyResource, resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';
import { codedErrorOf } from '../../../helpers/coded-error';

const digest = `sha256:${'0'.repeat(63)}a`;

/** An endpoint as a team writes it that has a VPC, a bucket and a repository of its own. */
function smallEndpoint(overrides: Partial<EndpointPlacement> = {}): TemplateJson {
  const stack = testStack();
  const images = new ecr.Repository(stack, 'Images');
  const weights = new s3.Bucket(stack, 'Weights', { encryption: s3.BucketEncryption.KMS });
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['eu-central-1a', 'eu-central-1b'],
    privateSubnetIds: ['subnet-a', 'subnet-b'],
    privateSubnetRouteTableIds: ['rtb-a', 'rtb-b'],
  });
  const endpoint = new GpuInferenceEndpoint(stack, 'Chat', {
    placement: {
      instanceType: 'ml.g5.2xlarge',
      imageUri: images.repositoryUriForDigest(digest),
      ...weightsIn(weights, 'models/chat/'),
      ...overrides,
    },
    network: { vpc },
  });
  endpoint.grants.invoke(new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() }));
  return templateOf(stack);
}

test('an endpoint of a type, an image, weights and a VPC has every default of production', () => {
  const template = smallEndpoint();
  const [variant] = at(
    onlyResource(template, 'AWS::SageMaker::EndpointConfig'),
    'Properties',
    'ProductionVariants',
  ) as [Record<string, unknown>];
  expect(variant).toMatchObject({
    InstanceType: 'ml.g5.2xlarge',
    InitialInstanceCount: 1,
    ContainerStartupHealthCheckTimeoutInSeconds: 3600,
    ModelDataDownloadTimeoutInSeconds: 3600,
  });
  expect(variant).not.toHaveProperty('InferenceAmiVersion');
  expect(onlyResource(template, 'AWS::Logs::LogGroup')).toMatchObject({
    Properties: { LogGroupName: '/aws/sagemaker/Endpoints/test-Chat-DE64005C', RetentionInDays: 365 },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
  expect(onlyResource(template, 'AWS::SageMaker::Endpoint').Properties).toMatchObject({
    EndpointName: 'test-Chat-DE64005C',
    DeploymentConfig: { BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE' } } },
  });
  // One number of instances: nothing scales.
  expect(resourcesOf(template, 'AWS::ApplicationAutoScaling::ScalableTarget')).toEqual([]);
  expect(onlyResource(template, 'AWS::CloudWatch::Alarm').Properties).toMatchObject({ Threshold: 0.01 });
});

test('its role reads the one prefix with the key of the bucket and pulls the one repository', () => {
  const template = smallEndpoint();
  const statements = statementsOf(template);
  const repository = resourcesOf(template, 'AWS::ECR::Repository')[0]?.[0];
  const bucketKey = resourcesOf(template, 'AWS::KMS::Key').find(([id]) => id.startsWith('Weights'))?.[0];
  expect(JSON.stringify(statements.find(({ actions }) => actions.includes('ecr:BatchGetImage')))).toContain(repository);
  expect(
    statements.find(({ where, actions }) => where.startsWith('ChatModel') && actions.join() === 'kms:Decrypt'),
  ).toMatchObject({
    actions: ['kms:Decrypt'],
    resources: [{ 'Fn::GetAtt': [bucketKey, 'Arn'] }],
  });
});

test.each([
  ['ml.g5.2xlarge', 'a family with local NVMe', undefined],
  ['ml.p3.2xlarge', 'a family without', 'key'],
  ['ml.zz9.2xlarge', 'an unknown family', undefined],
] as const)('the volume of %s, %s, gets a customer key: %s', (instanceType, _, key) => {
  const config = onlyResource(smallEndpoint({ instanceType }), 'AWS::SageMaker::EndpointConfig').Properties;
  expect('KmsKeyId' in config).toBe(key !== undefined);
});

test.each<Partial<EndpointPlacement>>([
  { capacity: { kind: 'instances', minInstances: 1, maxInstances: 2 } },
  { capacity: { kind: 'copies', minCopies: 0, maxCopies: 1, acceleratorsPerCopy: 1, minMemoryMiB: 1024 } },
])('capacity that can change needs a target: %j', async (overrides) => {
  const error = await codedErrorOf(() => smallEndpoint(overrides));
  expect(error).toMatchObject({ code: 'InvalidProps', place: 'test/Chat: targetConcurrency', got: 'nothing' });
});

test('the default of the error alarm is that of the planner', () => {
  const spec = { model: 'chat', clouds: ['aws'], traffic: { peakConcurrency: 1, inputTokens: 1, outputTokens: 1 } };
  const size = { figures: { timeToFirstTokenMs: 1, timePerOutputTokenMs: 1 } };
  const planned = settle(alarms(spec as never, size as never));
  expect(defaultAlarms.errorPercent).toBe(planned.errorPercent);
});
