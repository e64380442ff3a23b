import type { Declarations } from '../declaration';

/** Findings of the rules of the family `sagemaker`. */
export const sagemakerMessages = {
  ClusterNodeRecovery: {
    title: 'HyperPod cluster without node recovery',
    meaning: 'A HyperPod cluster does not replace nodes with broken hardware.',
    fix: 'Set NodeRecovery to Automatic.',
  },
  ClusterOutsideVpc: {
    title: 'HyperPod cluster outside a VPC',
    meaning: 'A HyperPod cluster has no VpcConfig.',
    fix: 'Set VpcConfig.',
  },
  CoreDumpKey: {
    title: 'Core dumps without a customer key',
    meaning: 'Core dumps of a container, with prompts in its memory, are not encrypted with a customer key.',
    fix: 'Set KmsKeyId in CoreDumpConfig.',
  },
  DataCaptureKey: {
    title: 'Data capture without a customer key',
    meaning: 'Captured prompts and answers are not encrypted with a customer key.',
    fix: 'Set KmsKeyId in DataCaptureConfig.',
  },
  EndpointAllAtOnce: {
    title: 'All traffic at once',
    meaning: 'An update moves all traffic at once.',
    fix: 'Set Type to CANARY or LINEAR.',
  },
  EndpointNotScaled: {
    title: 'Endpoint that does not scale',
    meaning: 'No scaling target changes the number of instances or copies of an endpoint.',
    fix: 'Add a scalable target and a scaling policy.',
    severity: 'warning',
  },
  EndpointScalingFloor: {
    title: 'Endpoint that scales to one instance',
    meaning: 'A scaling target of an endpoint may go below two instances.',
    fix: 'Set MinCapacity to at least 2.',
    severity: 'warning',
  },
  EndpointShellAccess: {
    title: 'Shell access to an endpoint',
    meaning: 'A variant lets people open a shell on the instances that serve.',
    fix: 'Leave out EnableSSMAccess.',
  },
  EndpointSingleInstance: {
    title: 'Endpoint with one instance',
    meaning: 'A variant of an endpoint runs on fewer than two instances.',
    fix: 'Set InitialInstanceCount to at least 2, and MinInstanceCount where instances are managed.',
  },
  EndpointVolumeKey: {
    title: 'Endpoint volume without a customer key',
    meaning: 'An endpoint configuration has no key for its volumes, on instances that take one.',
    fix: 'Set KmsKeyId.',
  },
  EndpointWithoutRollout: {
    title: 'Endpoint without a rollout',
    meaning: 'An endpoint has no DeploymentConfig, so an update replaces all instances at once.',
    fix: 'Set DeploymentConfig with a canary, linear or rolling policy and alarms.',
  },
  ExperimentKey: {
    title: 'Inference experiment without a customer key',
    meaning: 'An inference experiment does not encrypt its instances or its data with a customer key.',
    fix: 'Set KmsKey, and KmsKey in DataStorageConfig.',
  },
  FeatureStoreOfflineKey: {
    title: 'Offline feature store without a customer key',
    meaning: 'The offline store of a feature group is not encrypted with a customer key.',
    fix: 'Set KmsKeyId in S3StorageConfig.',
  },
  FeatureStoreOnlineKey: {
    title: 'Online feature store without a customer key',
    meaning: 'The online store of a feature group is not encrypted with a customer key.',
    fix: 'Set KmsKeyId in SecurityConfig.',
  },
  ImageNotPinned: {
    title: 'Image without a digest',
    meaning: 'A container image is named by a tag, which can be moved to another image.',
    fix: 'Name the image by its digest: repository@sha256:….',
  },
  ImageRegistryAccess: {
    title: 'Image outside ECR by the platform',
    meaning: 'A model takes an image of another registry than ECR without a way into the VPC.',
    fix: 'Set RepositoryAccessMode of ImageConfig to Vpc.',
  },
  ModelNotIsolated: {
    title: 'Model without network isolation',
    meaning: 'The containers of a model can open connections to the network.',
    fix: 'Set EnableNetworkIsolation to true.',
  },
  ModelOutsideVpc: {
    title: 'Model outside a VPC',
    meaning: 'A model has no VpcConfig, so its traffic to S3 leaves the VPC.',
    fix: 'Set VpcConfig with subnets and security groups.',
  },
  ModelSubnets: {
    title: 'Model in one subnet',
    meaning: 'A model has fewer than two subnets.',
    fix: 'Name subnets of at least two zones in VpcConfig.',
  },
  MonitorNotIsolated: {
    title: 'Monitoring job without network isolation',
    meaning: 'A monitoring job can open connections to the network while it reads captured data.',
    fix: 'Set EnableNetworkIsolation to true.',
  },
  MonitorOutputKey: {
    title: 'Monitoring output without a customer key',
    meaning: 'The results of a monitoring job are not encrypted with a customer key.',
    fix: 'Set KmsKeyId of the output.',
  },
  MonitorOutsideVpc: {
    title: 'Monitoring job outside a VPC',
    meaning: 'A monitoring job reads captured data outside a VPC.',
    fix: 'Set VpcConfig in NetworkConfig.',
  },
  MonitorPlainTraffic: {
    title: 'Plain traffic between monitoring containers',
    meaning: 'The containers of a monitoring job talk in clear text.',
    fix: 'Set EnableInterContainerTrafficEncryption to true.',
  },
  MonitorVolumeKey: {
    title: 'Monitoring volume without a customer key',
    meaning: 'The volume of a monitoring job is not encrypted with a customer key, on an instance that takes one.',
    fix: 'Set VolumeKmsKeyId.',
  },
  NotebookInternet: {
    title: 'Notebook with direct internet access',
    meaning: 'A notebook instance reaches the internet outside your VPC.',
    fix: 'Set DirectInternetAccess to Disabled.',
  },
  NotebookKey: {
    title: 'Notebook volume without a customer key',
    meaning: 'The volume of a notebook instance is not encrypted with a customer key.',
    fix: 'Set KmsKeyId.',
  },
  NotebookMetadata: {
    title: 'Notebook with version 1 of the instance metadata',
    meaning: 'A notebook instance answers requests for its credentials without a token.',
    fix: 'Set MinimumInstanceMetadataServiceVersion to 2.',
  },
  NotebookOutsideVpc: {
    title: 'Notebook outside a VPC',
    meaning: 'A notebook instance is not in a subnet of yours.',
    fix: 'Set SubnetId and SecurityGroupIds.',
  },
  NotebookPlatform: {
    title: 'Old notebook platform',
    meaning: 'A notebook instance runs a platform without updates.',
    fix: 'Set PlatformIdentifier to notebook-al2-v3 or notebook-al2023-v1.',
  },
  NotebookRoot: {
    title: 'Notebook with root access',
    meaning: 'Users of a notebook instance are root on it.',
    fix: 'Set RootAccess to Disabled.',
  },
  RolloutWithoutAlarms: {
    title: 'Rollout without alarms',
    meaning: 'A rollout has no alarm that stops it.',
    fix: 'Name alarms of the endpoint in AutoRollbackConfiguration.',
  },
  RuntimeDownload: {
    title: 'Model that is downloaded at its start',
    meaning: 'A container names a repository of Hugging Face to download weights from, and no weights in S3.',
    fix: 'Put the weights in S3 and name them in ModelDataSource.',
  },
  StudioInternet: {
    title: 'Studio domain with internet access',
    meaning: 'The apps of a Studio domain reach the internet outside your VPC.',
    fix: 'Set AppNetworkAccessType to VpcOnly.',
  },
  StudioKey: {
    title: 'Studio domain without a customer key',
    meaning: 'The file system of a Studio domain is not encrypted with a customer key.',
    fix: 'Set KmsKeyId.',
  },
} as const satisfies Declarations;
