import * as iam from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { EndpointPlacement } from '../../../../constructs/aws';
import { GpuInferenceEndpoint } from '../../../../constructs/aws';
import type { TemplateJson } from '../../../helpers/aws-app';
import {
  at,
  keyArn,
  network,
  onlyResource,
  resourcesOf,
  templateOf,
  testKey,
  testStack,
} from '../../../helpers/aws-app';
import { endpointSlice, warmEndpointSlice } from '../../../helpers/aws-plan-fixture';
import { statementsOf } from '../../../helpers/aws-policies';
import { codedErrorOf } from '../../../helpers/coded-error';

const instances = { kind: 'instances', minInstances: 2, maxInstances: 6 } as const;
const copies = { kind: 'copies', minCopies: 0, maxCopies: 3, acceleratorsPerCopy: 4, minMemoryMiB: 65_536 } as const;
const rolling = { kind: 'rolling', batchPercent: 25, waitSeconds: 300 } as const;
const canary = { kind: 'canary', canaryPercent: 10, waitSeconds: 600 } as const;
const allAtOnce = { kind: 'all-at-once' } as const;

function synthesize(placement: EndpointPlacement): TemplateJson {
  const stack = testStack();
  new GpuInferenceEndpoint(stack, 'Endpoint', {
    placement,
    network: network,
    encryptionKey: testKey(stack),
    logRetentionDays: 30,
    dataRetention: 'destroy',
  });
  return templateOf(stack);
}

function alarmIds(template: TemplateJson): readonly string[] {
  return resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([id]) => id);
}

describe('rollout of instances', () => {
  test.each([
    [
      allAtOnce,
      {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
          MaximumExecutionTimeoutInSeconds: 14_400,
        },
      },
    ],
    [
      { kind: 'all-at-once', waitSeconds: 300 } as const,
      {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
          TerminationWaitInSeconds: 300,
          MaximumExecutionTimeoutInSeconds: 14_400,
        },
      },
    ],
    [
      rolling,
      {
        RollingUpdatePolicy: {
          MaximumBatchSize: { Type: 'CAPACITY_PERCENT', Value: 25 },
          WaitIntervalInSeconds: 300,
          MaximumExecutionTimeoutInSeconds: 14_400,
        },
      },
    ],
    [
      canary,
      {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: {
            Type: 'CANARY',
            CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
            WaitIntervalInSeconds: 600,
          },
          TerminationWaitInSeconds: 600,
          MaximumExecutionTimeoutInSeconds: 14_400,
        },
      },
    ],
  ])('%j is rolled back by the alarms of the endpoint', (rollout, policy) => {
    const template = synthesize(warmEndpointSlice({ rollout }));
    expect(onlyResource(template, 'AWS::SageMaker::Endpoint').Properties.DeploymentConfig).toEqual({
      ...policy,
      AutoRollbackConfiguration: { Alarms: alarmIds(template).map((id) => ({ AlarmName: { Ref: id } })) },
    });
    expect(alarmIds(template)).toHaveLength(2);
  });
});

describe('a fix while an alarm is red', () => {
  test.each([
    ['instances', warmEndpointSlice({ rollout: rolling, rollbackOnAlarms: false }), 'AWS::SageMaker::Endpoint'],
    [
      'copies',
      endpointSlice({ capacity: copies, rollout: rolling, rollbackOnAlarms: false }),
      'AWS::SageMaker::InferenceComponent',
    ],
  ])('with capacity in %s rolls out in the same batches, and no alarm rolls it back', (_kind, slice, type) => {
    expect(onlyResource(synthesize(slice), type).Properties.DeploymentConfig).toEqual({
      RollingUpdatePolicy: {
        MaximumBatchSize: { Type: 'CAPACITY_PERCENT', Value: 25 },
        WaitIntervalInSeconds: 300,
        MaximumExecutionTimeoutInSeconds: 14_400,
      },
    });
  });
});

test.each([
  ['instances', warmEndpointSlice(), ['Latency', 'Errors']],
  ['copies that change all at once', endpointSlice({ rollout: allAtOnce }), ['Latency', 'Errors', 'NoCapacity']],
  ['copies in batches', endpointSlice({ rollout: rolling }), ['Latency', 'Errors', 'RolloutErrors', 'NoCapacity']],
])('with a topic, %s have one alarm a condition', (_what, slice, conditions) => {
  const stack = testStack();
  new GpuInferenceEndpoint(stack, 'Endpoint', {
    placement: slice,
    network,
    encryptionKey: testKey(stack),
    logRetentionDays: 30,
    dataRetention: 'destroy',
    alarmTopic: new Topic(stack, 'Topic'),
  });
  const notified = resourcesOf(templateOf(stack), 'AWS::CloudWatch::Alarm');
  expect(notified.map(([id]) => /Endpoint(?:Alarms|Scaling)(.*)[0-9A-F]{8}$/.exec(id)?.[1])).toEqual(conditions);
  const withTopic = notified.filter(([, { Properties }]) =>
    JSON.stringify(Properties.AlarmActions ?? '').includes('Topic'),
  );
  expect(withTopic.map(([id]) => /Latency|Errors/.exec(id)?.[0])).toEqual(['Latency', 'Errors']);
});

describe('rollout of copies', () => {
  test('rolling is rolled back by alarms on the component, and the endpoint has no rollout', () => {
    const template = synthesize(endpointSlice({ capacity: copies, rollout: rolling }));
    expect(onlyResource(template, 'AWS::SageMaker::Endpoint').Properties.DeploymentConfig).toBeUndefined();
    const alarms = alarmIds(template).filter((id) => /Latency|Errors/.test(id));
    expect(onlyResource(template, 'AWS::SageMaker::InferenceComponent').Properties.DeploymentConfig).toEqual({
      RollingUpdatePolicy: {
        MaximumBatchSize: { Type: 'CAPACITY_PERCENT', Value: 25 },
        WaitIntervalInSeconds: 300,
        MaximumExecutionTimeoutInSeconds: 14_400,
      },
      AutoRollbackConfiguration: { Alarms: alarms.map((id) => ({ AlarmName: { Ref: id } })) },
    });
    expect(alarms).toHaveLength(2);
  });

  test('all at once has no rollback, and therefore no alarm that controls one', () => {
    const template = synthesize(endpointSlice({ capacity: copies, rollout: allAtOnce }));
    expect(onlyResource(template, 'AWS::SageMaker::InferenceComponent').Properties.DeploymentConfig).toBeUndefined();
    expect(alarmIds(template)).toEqual([expect.stringContaining('NoCapacity')]);
  });

  test('fails on a canary, which components do not support', async () => {
    expect(await codedErrorOf(() => synthesize(endpointSlice({ capacity: copies, rollout: canary })))).toMatchObject({
      code: 'InvalidProps',
      place: 'test/Endpoint: rollout.kind',
      got: 'canary',
    });
  });
});

test.each([
  [instances, 'customer-key', keyArn],
  [instances, 'instance-store-hardware', undefined],
  [copies, 'customer-key', keyArn],
  [copies, 'instance-store-hardware', undefined],
] as const)('%j with volume encryption %s sets the key to %s', (capacity, volumeEncryption, kmsKeyId) => {
  const instanceType = volumeEncryption === 'customer-key' ? 'ml.p3.8xlarge' : 'ml.g6e.12xlarge';
  const template = synthesize(endpointSlice({ capacity, instanceType, volumeEncryption }));
  expect(onlyResource(template, 'AWS::SageMaker::EndpointConfig').Properties.KmsKeyId).toBe(kmsKeyId);
});

test('instances have the model in the variant and scale by requests in flight', () => {
  const template = synthesize(warmEndpointSlice({ capacity: instances, targetConcurrency: 22 }));
  const config = onlyResource(template, 'AWS::SageMaker::EndpointConfig').Properties;
  expect(config.ProductionVariants).toEqual([
    {
      VariantName: 'primary',
      ModelName: { 'Fn::GetAtt': [expect.stringContaining('EndpointModel'), 'ModelName'] },
      InstanceType: 'ml.g6e.12xlarge',
      InferenceAmiVersion: 'al2023-ami-sagemaker-inference-gpu-4-1',
      InitialInstanceCount: 2,
      InitialVariantWeight: 1,
      RoutingConfig: { RoutingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
      ContainerStartupHealthCheckTimeoutInSeconds: 1200,
      ModelDataDownloadTimeoutInSeconds: 900,
    },
  ]);
  expect(config.ExecutionRoleArn).toBeUndefined();
  expect(onlyResource(template, 'AWS::ApplicationAutoScaling::ScalableTarget')).toMatchObject({
    Properties: {
      ResourceId: 'endpoint/support-dev-chat/variant/primary',
      ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
      MinCapacity: 2,
      MaxCapacity: 6,
    },
    DependsOn: resourcesOf(template, 'AWS::SageMaker::Endpoint').map(([id]) => id),
  });
  expect(
    onlyResource(template, 'AWS::ApplicationAutoScaling::ScalingPolicy').Properties
      .TargetTrackingScalingPolicyConfiguration,
  ).toMatchObject({
    PredefinedMetricSpecification: {
      PredefinedMetricType: 'SageMakerVariantConcurrentRequestsPerModelHighResolution',
    },
    TargetValue: 22,
  });
});

test('a schedule changes the minimum in the time zone of the callers and not the maximum', () => {
  const timeZone = 'Europe/Berlin';
  const template = synthesize(
    warmEndpointSlice({
      capacity: instances,
      scheduledActions: [
        { name: 'busy-hours-begin', schedule: 'cron(0 7 ? * MON-FRI *)', timeZone, minInstances: 4 },
        { name: 'busy-hours-end', schedule: 'cron(0 19 ? * MON-FRI *)', timeZone, minInstances: 2 },
      ],
    }),
  );
  const target = onlyResource(template, 'AWS::ApplicationAutoScaling::ScalableTarget');
  expect(target.Properties).toMatchObject({
    MinCapacity: 2,
    MaxCapacity: 6,
    ScheduledActions: [
      {
        ScheduledActionName: 'busy-hours-begin',
        Schedule: 'cron(0 7 ? * MON-FRI *)',
        Timezone: timeZone,
        ScalableTargetAction: { MinCapacity: 4 },
      },
      {
        ScheduledActionName: 'busy-hours-end',
        Schedule: 'cron(0 19 ? * MON-FRI *)',
        Timezone: timeZone,
        ScalableTargetAction: { MinCapacity: 2 },
      },
    ],
  });
});

test('without a schedule the minimum never changes', () => {
  const target = onlyResource(
    synthesize(warmEndpointSlice({ capacity: instances })),
    'AWS::ApplicationAutoScaling::ScalableTarget',
  );
  expect(target.Properties).not.toHaveProperty('ScheduledActions');
});

test('copies start at one, scale to zero and start again on a request without capacity', () => {
  const template = synthesize(endpointSlice({ capacity: copies }));
  const config = onlyResource(template, 'AWS::SageMaker::EndpointConfig').Properties;
  expect(config).toMatchObject({
    EnableNetworkIsolation: true,
    VpcConfig: { Subnets: network.subnetIds, SecurityGroupIds: [network.securityGroupId] },
    ExecutionRoleArn: { 'Fn::GetAtt': [expect.any(String), 'Arn'] },
  });
  expect(config.ProductionVariants).toEqual([
    expect.objectContaining({
      InitialInstanceCount: 1,
      ManagedInstanceScaling: {
        Status: 'ENABLED',
        MinInstanceCount: 0,
        MaxInstanceCount: 3,
        ScaleInPolicy: { Strategy: 'IDLE_RELEASE' },
      },
    }),
  ]);
  expect(at(config, 'ProductionVariants', 0)).not.toHaveProperty('ModelName');
  const component = onlyResource(template, 'AWS::SageMaker::InferenceComponent').Properties;
  expect(component).toMatchObject({
    InferenceComponentName: 'support-dev-chat',
    RuntimeConfig: { CopyCount: 1 },
    Specification: {
      ComputeResourceRequirements: { NumberOfAcceleratorDevicesRequired: 4, MinMemoryRequiredInMb: 65_536 },
    },
  });
  expect(onlyResource(template, 'AWS::ApplicationAutoScaling::ScalableTarget')).toMatchObject({
    Properties: { ResourceId: 'inference-component/support-dev-chat', MinCapacity: 0, MaxCapacity: 3 },
    DependsOn: resourcesOf(template, 'AWS::SageMaker::InferenceComponent').map(([id]) => id),
  });
  const [wakeId] = resourcesOf(template, 'AWS::ApplicationAutoScaling::ScalingPolicy').find(
    ([, { Properties }]) => Properties.PolicyType === 'StepScaling',
  ) ?? ['none'];
  expect(onlyResource(template, 'AWS::CloudWatch::Alarm').Properties).toMatchObject({
    MetricName: 'NoCapacityInvocationFailures',
    Dimensions: [{ Name: 'InferenceComponentName', Value: 'support-dev-chat' }],
    Statistic: 'Maximum',
    Period: 30,
    Threshold: 1,
    AlarmActions: [{ Ref: wakeId }],
  });
});

test('the model is isolated, unnamed, and made after its policy and its log group', () => {
  const template = synthesize(endpointSlice());
  const model = onlyResource(template, 'AWS::SageMaker::Model');
  expect(model.Properties.EnableNetworkIsolation).toBe(true);
  expect(model.Properties.ModelName).toBeUndefined();
  expect(onlyResource(template, 'AWS::SageMaker::EndpointConfig').Properties.EndpointConfigName).toBeUndefined();
  expect(at(model.Properties, 'PrimaryContainer', 'ModelDataSource', 'S3DataSource')).toMatchObject({
    S3DataType: 'S3Prefix',
    CompressionType: 'None',
  });
  const before = ['AWS::IAM::Policy', 'AWS::Logs::LogGroup'].flatMap((type) =>
    resourcesOf(template, type).map(([id]) => id),
  );
  expect(model.DependsOn).toEqual(expect.arrayContaining(before));
});

test.each([
  ['instances', warmEndpointSlice()],
  ['copies', endpointSlice()],
])('with capacity in %s, whatever uses the role waits for its policy', (_kind, slice) => {
  const template = synthesize(slice);
  const policies = resourcesOf(template, 'AWS::IAM::Policy').map(([id]) => id);
  for (const type of ['AWS::SageMaker::Model', 'AWS::SageMaker::EndpointConfig', 'AWS::SageMaker::Endpoint']) {
    expect([type, onlyResource(template, type).DependsOn]).toEqual([type, expect.arrayContaining(policies)]);
  }
});

test.each([
  ['instances', warmEndpointSlice()],
  ['copies', endpointSlice()],
])('with capacity in %s, the engine publishes its own metrics', (_kind, slice) => {
  const config = onlyResource(synthesize(slice), 'AWS::SageMaker::EndpointConfig').Properties;
  expect(config.MetricsConfig).toEqual({ EnableDetailedObservability: true });
});

test('the role reads its weights and no other prefix, and pulls its image and no other repository', () => {
  const statements = statementsOf(synthesize(endpointSlice()));
  const resources = (action: string): unknown =>
    statements.filter(({ actions }) => actions.includes(action)).flatMap((statement) => statement.resources);
  expect(resources('s3:GetObject')).toEqual([
    'arn:aws:s3:::support-dev-artifacts-111111111111/models/Qwen/Qwen3-32B/0123456789abcdef0123456789abcdef01234567/*',
  ]);
  expect(resources('ecr:BatchGetImage')).toEqual(['arn:aws:ecr:eu-central-1:763104351884:repository/vllm']);
  expect(statements.flatMap(({ actions }) => actions)).not.toContain('s3:PutObject');
});

test('a caller may invoke this endpoint and its component, and nothing else', () => {
  const stack = testStack();
  const endpoint = new GpuInferenceEndpoint(stack, 'Endpoint', {
    placement: endpointSlice(),
    network: network,
    encryptionKey: testKey(stack),
    logRetentionDays: 30,
    dataRetention: 'destroy',
  });
  endpoint.grants.invoke(new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() }));
  const template = templateOf(stack);
  const grant = statementsOf(template).find(({ actions }) => actions.includes('sagemaker:InvokeEndpoint'));
  expect(grant?.actions).toEqual(['sagemaker:InvokeEndpoint', 'sagemaker:InvokeEndpointWithResponseStream']);
  const arns = ['AWS::SageMaker::Endpoint', 'AWS::SageMaker::InferenceComponent'].flatMap((type) =>
    resourcesOf(template, type).map(([id]) => ({ Ref: id })),
  );
  expect(new Set(grant?.resources)).toEqual(new Set(arns));
});

test('two endpoints fit into one stack', () => {
  const stack = testStack();
  const shared = { network, encryptionKey: testKey(stack), logRetentionDays: 30, dataRetention: 'destroy' } as const;
  new GpuInferenceEndpoint(stack, 'Warm', { placement: warmEndpointSlice({ endpointName: 'warm' }), ...shared });
  new GpuInferenceEndpoint(stack, 'Cold', { placement: endpointSlice({ endpointName: 'cold' }), ...shared });
  expect(
    resourcesOf(templateOf(stack), 'AWS::SageMaker::Endpoint').map(([, { Properties }]) => Properties.EndpointName),
  ).toEqual(['warm', 'cold']);
});

test('container logs go to an encrypted group under the name that SageMaker uses', () => {
  const groups = [warmEndpointSlice(), endpointSlice()].map(
    (slice) => onlyResource(synthesize(slice), 'AWS::Logs::LogGroup').Properties,
  );
  expect(groups.map(({ LogGroupName, KmsKeyId }) => [LogGroupName, KmsKeyId])).toEqual([
    ['/aws/sagemaker/Endpoints/support-dev-chat', keyArn],
    ['/aws/sagemaker/InferenceComponents/support-dev-chat', keyArn],
  ]);
});
