import type { JsonObject } from '../../../lib/constraints/json';
import type { TestTemplate } from '../../lib/local/aws/engine';
import type { PlantedFault } from '../planted';

const role = 'arn:aws:iam::111111111111:role/sagemaker';
const image = '111111111111.dkr.ecr.eu-central-1.amazonaws.com/serve:1';
const model = (id: string, container: JsonObject = { PrimaryContainer: { Image: image } }): JsonObject => ({
  Type: 'AWS::SageMaker::Model',
  Properties: { ModelName: id, ExecutionRoleArn: role, ...container },
});
const modelOnly = (id: string, container: JsonObject): TestTemplate => ({ Resources: { M: model(id, container) } });
const instance: JsonObject = { InstanceType: 'ml.g5.xlarge', InitialInstanceCount: 1 };
const configured = (id: string, variants: JsonObject[], more: JsonObject = {}): TestTemplate => ({
  Resources: {
    M: model(id),
    C: {
      Type: 'AWS::SageMaker::EndpointConfig',
      DependsOn: 'M',
      Properties: { EndpointConfigName: id, ProductionVariants: variants, ...more },
    },
  },
});
const variant = (id: string, name: string, more: JsonObject = instance): JsonObject => ({
  VariantName: name,
  ModelName: id,
  InitialVariantWeight: 1,
  ...more,
});
const component = (id: string, endpoint: string, modelOfVariant?: string, gpus = 1): TestTemplate => ({
  Resources: {
    M: model(id),
    C: {
      Type: 'AWS::SageMaker::EndpointConfig',
      DependsOn: 'M',
      Properties: {
        EndpointConfigName: id,
        ExecutionRoleArn: role,
        ProductionVariants: [
          { VariantName: 'main', ...instance, ...(modelOfVariant === undefined ? {} : { ModelName: modelOfVariant }) },
        ],
      },
    },
    E: {
      Type: 'AWS::SageMaker::Endpoint',
      Properties: { EndpointName: id, EndpointConfigName: { 'Fn::GetAtt': ['C', 'EndpointConfigName'] } },
    },
    I: {
      Type: 'AWS::SageMaker::InferenceComponent',
      DependsOn: 'E',
      Properties: {
        InferenceComponentName: id,
        EndpointName: endpoint,
        VariantName: 'main',
        Specification: {
          ModelName: id,
          ComputeResourceRequirements: { MinMemoryRequiredInMb: 1024, NumberOfAcceleratorDevicesRequired: gpus },
        },
        RuntimeConfig: { CopyCount: 1 },
      },
    },
  },
});
const pipeline = (id: string, definition: JsonObject): TestTemplate => ({
  Resources: {
    P: {
      Type: 'AWS::SageMaker::Pipeline',
      Properties: {
        PipelineName: id,
        RoleArn: role,
        PipelineDefinition: { PipelineDefinitionBody: JSON.stringify(definition) },
      },
    },
  },
});
const step = (more: JsonObject = {}): JsonObject => ({
  Version: '2020-12-01',
  Steps: [{ Name: 'Stop', Type: 'Fail', Arguments: { ErrorMessage: 'stop' }, ...more }],
});
const data = (id: string, uri: string): TestTemplate => ({
  Resources: {
    B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: `${id}-bucket` } },
    M: {
      ...model(id, { PrimaryContainer: { Image: image, ModelDataUrl: uri } }),
      DependsOn: 'B',
    },
  },
});

const scaled = (resource: string, more: JsonObject = {}, policy: JsonObject = {}): TestTemplate => ({
  Resources: {
    ...configured('scaled', [variant('scaled', 'main')]).Resources,
    E: {
      Type: 'AWS::SageMaker::Endpoint',
      Properties: { EndpointName: 'scaled', EndpointConfigName: { 'Fn::GetAtt': ['C', 'EndpointConfigName'] } },
    },
    T: {
      Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
      DependsOn: 'E',
      Properties: {
        ServiceNamespace: 'sagemaker',
        ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
        ResourceId: resource,
        MinCapacity: 1,
        MaxCapacity: 4,
        ...more,
      },
    },
    P: {
      Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      Properties: {
        PolicyName: 'scaled',
        PolicyType: 'TargetTrackingScaling',
        ScalingTargetId: { Ref: 'T' },
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 5,
          PredefinedMetricSpecification: { PredefinedMetricType: 'SageMakerVariantInvocationsPerInstance' },
        },
        ...policy,
      },
    },
  },
});
const onMain = 'endpoint/scaled/variant/main';

/** Faults in SageMaker and in its scaling. */
export const sagemakerFaults: readonly PlantedFault[] = [
  {
    id: 'sm_variant_name_twice',
    fault: 'two variants of one name',
    broken: configured('twice', [variant('twice', 'a'), variant('twice', 'a')]),
    valid: configured('twice', [variant('twice', 'a'), variant('twice', 'b')]),
    reason: /#\/ProductionVariants\/1\/VariantName: The variant name a is used twice/,
  },
  {
    id: 'sm_variant_name',
    fault: 'a variant name with an underscore',
    broken: configured('named', [variant('named', 'a_b')]),
    valid: configured('named', [variant('named', 'a-b')]),
    reason: /#\/ProductionVariants\/0\/VariantName: .*given a_b/,
  },
  {
    id: 'sm_zero_count',
    fault: 'a variant of no instance',
    broken: configured('zero', [variant('zero', 'a', { ...instance, InitialInstanceCount: 0 })]),
    valid: configured('zero', [variant('zero', 'a')]),
    reason: /#\/ProductionVariants\/0\/InitialInstanceCount: /,
  },
  {
    id: 'sm_no_capacity',
    fault: 'a variant without instances that is not serverless',
    broken: configured('nocap', [variant('nocap', 'a', {})]),
    valid: configured('nocap', [variant('nocap', 'a')]),
    reason: /has none of InstanceType, InstancePools and ServerlessConfig/,
  },
  {
    id: 'sm_model_no_container',
    fault: 'a model without container',
    broken: modelOnly('nocontainer', {}),
    valid: modelOnly('nocontainer', { PrimaryContainer: { Image: image } }),
    reason: /The model has no container: neither PrimaryContainer nor Containers/,
  },
  {
    id: 'sm_model_both',
    fault: 'a model with a primary container and a list',
    broken: modelOnly('both', { PrimaryContainer: { Image: image }, Containers: [{ Image: image }] }),
    valid: modelOnly('both', { Containers: [{ Image: image }] }),
    reason: /#\/Containers: The model has both PrimaryContainer and Containers/,
  },
  {
    id: 'sm_model_data_absent',
    fault: 'model data in a bucket that does not exist',
    broken: data('absent', 's3://nowhere-at-all/model.tar.gz'),
    // Objects come after the deployment of a bucket, so the twin reads from a bucket of JumpStart.
    valid: data('absent', 's3://jumpstart-cache-prod-eu-central-1/model.tar.gz'),
    reason: /#\/PrimaryContainer\/ModelDataUrl: Could not find model data at s3:\/\/nowhere-at-all\/model\.tar\.gz/,
  },
  {
    id: 'sm_model_data_no_object',
    fault: 'model data that was never uploaded',
    broken: data('noobject', 's3://noobject-bucket/model.tar.gz'),
    valid: data('noobject', 's3://jumpstart-cache-prod-eu-central-1/model.tar.gz'),
    reason:
      /ModelDataUrl: Could not find model data at s3:\/\/noobject-bucket\/model\.tar\.gz: there is no such object/,
  },
  {
    id: 'sm_serverless_mem',
    fault: 'a memory size between two legal ones',
    broken: configured('mem', [variant('mem', 'a', { ServerlessConfig: { MemorySizeInMB: 2500, MaxConcurrency: 5 } })]),
    valid: configured('mem', [variant('mem', 'a', { ServerlessConfig: { MemorySizeInMB: 3072, MaxConcurrency: 5 } })]),
    reason: /MemorySizeInMB: MemorySizeInMB 2500 is not one of 1024, 2048, 3072/,
  },
  {
    id: 'sm_serverless_instances',
    fault: 'a serverless variant with instances',
    broken: configured('mix', [
      variant('mix', 'a', { ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 }, ...instance }),
    ]),
    valid: configured('mix', [variant('mix', 'a', { ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } })]),
    reason: /A variant with ServerlessConfig has no instances, but InstanceType and InitialInstanceCount are set/,
  },
  {
    id: 'sm_ic_absent_endpoint',
    fault: 'an inference component on an endpoint that does not exist',
    broken: component('ic', 'nobody'),
    valid: component('ic', 'ic'),
    reason: /#\/EndpointName: Could not find endpoint &quot;nobody&quot;/,
  },
  {
    id: 'sm_ic_variant_with_model',
    fault: 'an inference component on a variant that serves a model',
    broken: component('icm', 'icm', 'icm'),
    valid: component('icm', 'icm'),
    reason: /#\/VariantName: Variant main of the endpoint serves the model icm/,
  },
  {
    id: 'sm_ic_too_large',
    fault: 'an inference component that no instance holds',
    broken: component('icl', 'icl', undefined, 2),
    valid: component('icl', 'icl'),
    reason: /NumberOfAcceleratorDevicesRequired: A copy needs 2 GPUs, and ml\.g5\.xlarge has 1/,
  },
  {
    id: 'sm_pipeline_instance',
    fault: 'training on an instance type for inference',
    broken: pipeline(
      'ins',
      step({ Type: 'Training', Arguments: { ResourceConfig: { InstanceType: 'ml.inf2.xlarge' } } }),
    ),
    valid: pipeline(
      'ins',
      step({ Type: 'Training', Arguments: { ResourceConfig: { InstanceType: 'ml.trn1.2xlarge' } } }),
    ),
    reason: /step Stop: ml\.inf2\.xlarge is none of the 225 instance types for training/,
  },
  {
    id: 'sm_pipeline_def',
    fault: 'a pipeline whose step has an unknown type',
    broken: pipeline('def', step({ Type: 'Stop' })),
    valid: pipeline('def', step()),
    reason: /PipelineDefinitionBody: Steps\[0\]: Stop is not a type of step/,
  },
  {
    id: 'sm_pipeline_depends',
    fault: 'a step that waits for nothing',
    broken: pipeline('dep', step({ DependsOn: ['Train'] })),
    valid: pipeline('dep', step({ DependsOn: [] })),
    reason: /DependsOn names Train, which is no step/,
  },
  {
    id: 'scaling_variant',
    fault: 'a target on a variant that the endpoint lacks',
    broken: scaled('endpoint/scaled/variant/canary'),
    valid: scaled(onMain),
    reason: /names variant canary; endpoint scaled has \[main\]/,
  },
  {
    id: 'scaling_endpoint',
    fault: 'a target on an endpoint that does not exist',
    broken: scaled('endpoint/other/variant/main'),
    valid: scaled(onMain),
    reason: /names endpoint other, which does not exist/,
  },
  {
    id: 'scaling_range',
    fault: 'a smallest capacity above the largest',
    broken: scaled(onMain, { MinCapacity: 5 }),
    valid: scaled(onMain),
    reason: /#\/MinCapacity: MinCapacity 5 is above MaxCapacity 4/,
  },
  {
    id: 'scaling_dimension',
    fault: 'concurrency of a variant with instances',
    broken: scaled(onMain, { ScalableDimension: 'sagemaker:variant:DesiredProvisionedConcurrency' }),
    valid: scaled(onMain),
    reason: /and variant main has instances/,
  },
  {
    id: 'scaling_metric',
    fault: 'a metric of another dimension',
    broken: scaled(
      onMain,
      {},
      {
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 5,
          PredefinedMetricSpecification: { PredefinedMetricType: 'SageMakerInferenceComponentInvocationsPerCopy' },
        },
      },
    ),
    valid: scaled(onMain),
    reason: /The metric SageMakerInferenceComponentInvocationsPerCopy is one of sagemaker:inference-component/,
  },
  {
    id: 'scaling_no_config',
    fault: 'a policy without the configuration of its type',
    broken: scaled(onMain, {}, { PolicyType: 'StepScaling' }),
    valid: scaled(onMain),
    reason: /A policy of type StepScaling needs StepScalingPolicyConfiguration/,
  },
];
