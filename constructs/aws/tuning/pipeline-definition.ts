import type { WorkloadNetwork } from '../network/private-network';

/** Values of a pipeline definition: a fine-tuning job with its data, role, key and network. */
export interface TuningRun {
  readonly instanceType: string;
  readonly instanceCount: number;
  readonly volumeGiB: number;
  readonly maxRuntimeSeconds: number;
  readonly imageUri: string;
  readonly hyperparameters: Readonly<Record<string, string>>;
  /** Training data, `s3://bucket/prefix/`. */
  readonly dataUri: string;
  /** Candidates, `s3://bucket/prefix/`. */
  readonly outputUri: string;
  /** Weights to tune, `s3://bucket/prefix/`. */
  readonly baseModelUri: string;
  readonly roleArn: string;
  readonly encryptionKeyArn: string;
  /** Whether the training volume has the customer key. SageMaker refuses a key on instance types with local NVMe. */
  readonly volumeEncryption: 'customer-key' | 'instance-store-hardware';
  /** @default - the network of the service */
  readonly network?: WorkloadNetwork;
  /** Security groups of the training instances beside that of the network. @default - none */
  readonly memberGroupIds?: readonly string[];
  /** Group that the candidate is registered in. @default - no candidate is registered */
  readonly modelPackageGroupName?: string;
}

/**
 * A SageMaker pipeline definition with two steps: train, then register the candidate.
 *
 * Schema version 2020-12-01:
 * https://aws-sagemaker-mlops.github.io/sagemaker-model-building-pipeline-definition-JSON-schema/
 */
export function pipelineDefinition(run: TuningRun): object {
  return {
    Version: '2020-12-01',
    Metadata: {},
    Parameters: [],
    Steps: [trainingStep(run), ...(run.modelPackageGroupName === undefined ? [] : [registerStep(run)])],
  };
}

function trainingStep(run: TuningRun): object {
  return {
    Name: 'Train',
    Type: 'Training',
    Arguments: {
      AlgorithmSpecification: { TrainingImage: run.imageUri, TrainingInputMode: 'File' },
      RoleArn: run.roleArn,
      HyperParameters: run.hyperparameters,
      InputDataConfig: [channel('training', run.dataUri), channel('model', run.baseModelUri)],
      // As files: an endpoint serves a prefix of files, and packing tens of gigabytes takes most of a cold start.
      OutputDataConfig: { S3OutputPath: run.outputUri, KmsKeyId: run.encryptionKeyArn, CompressionType: 'NONE' },
      ResourceConfig: {
        InstanceType: run.instanceType,
        InstanceCount: run.instanceCount,
        VolumeSizeInGB: run.volumeGiB,
        ...(run.volumeEncryption === 'customer-key' ? { VolumeKmsKeyId: run.encryptionKeyArn } : {}),
      },
      StoppingCondition: { MaxRuntimeInSeconds: run.maxRuntimeSeconds },
      ...vpcConfig(run),
      EnableNetworkIsolation: true,
      EnableInterContainerTrafficEncryption: true,
    },
  };
}

function vpcConfig({ network, memberGroupIds = [] }: TuningRun): object {
  if (network === undefined) return {};
  const groupIds = [network.securityGroupId, ...memberGroupIds];
  return { VpcConfig: { Subnets: network.subnetIds, SecurityGroupIds: groupIds } };
}

function channel(ChannelName: string, S3Uri: string): object {
  return {
    ChannelName,
    DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri, S3DataDistributionType: 'FullyReplicated' } },
  };
}

/**
 * The files of a candidate. Hosting wants a final slash, which the job's own answer may lack, so the prefix is built from
 * the name of the job: sagemaker 2.257.7, `Estimator.model_data`.
 */
function candidate(run: TuningRun): object {
  const values = [run.outputUri, { Get: 'Steps.Train.TrainingJobName' }, '/output/model/'];
  return { S3Uri: { 'Std:Join': { On: '', Values: values } }, S3DataType: 'S3Prefix', CompressionType: 'None' };
}

function registerStep(run: TuningRun): object {
  return {
    Name: 'Register',
    Type: 'RegisterModel',
    Arguments: {
      ModelPackageGroupName: run.modelPackageGroupName,
      ModelApprovalStatus: 'PendingManualApproval',
      InferenceSpecification: {
        // The image that wrote the weights, for lineage. An endpoint serves them with the image of its plan.
        Containers: [{ Image: run.imageUri, ModelDataSource: { S3DataSource: candidate(run) } }],
        SupportedContentTypes: ['application/json'],
        SupportedResponseMIMETypes: ['application/json'],
      },
    },
  };
}
