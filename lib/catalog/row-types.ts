import type { InstanceOffer, Provenance } from './types';

/** An AWS instance type in us-east-1, the region whose prices the rows state. */
export interface AwsInstanceRow extends Omit<InstanceOffer, 'region' | 'localNvme'> {
  readonly service: 'sagemaker' | 'ec2';
}

/** A machine image that SageMaker starts the instances of an endpoint from (`InferenceAmiVersion`), for NVIDIA GPUs. */
export interface HostImageRow extends Provenance {
  readonly id: string;
  /** Branch of the NVIDIA driver, for example 580. */
  readonly driver: number;
  /** CUDA version of the driver, for example `13.0`. */
  readonly cuda: string;
}

/** Whether container images for a major CUDA version start on a host image. */
export interface CudaOnHostRow extends Provenance {
  readonly cudaMajor: number;
  readonly host: string;
  /** `some`: only images whose own row names the host. */
  readonly starts: 'yes' | 'some' | 'no';
}

/** What is known of a host image on an instance family. */
export interface HostOnFamilyRow extends Provenance {
  readonly host: string;
  /** The part of a type before its size, without `ml.`. */
  readonly family: string;
  /**
   * `seen`: a public test or sample deploys it. `set`: public code or documentation pairs them, and no run is recorded.
   * `unknown`: no source says. `no`: it cannot run.
   */
  readonly use: 'seen' | 'set' | 'unknown' | 'no';
}

/** The account whose registry has the images of a family in a region. */
export interface RegistryAccountRow extends Provenance {
  /** `deep-learning`: the Deep Learning Containers. `algorithms`: SageMaker's algorithms, and Text Embeddings Inference. */
  readonly family: 'deep-learning' | 'algorithms';
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
}

/** Where a serving container answers. */
export interface ContainerPort extends Provenance {
  readonly port: number;
  /** Answers 200 once the weights are loaded. */
  readonly healthPath: string;
}

/** Whether the SageMaker endpoints of a region can scale to zero instances. */
export interface ScaleToZeroRow extends Provenance {
  readonly region: string;
  readonly available: boolean;
}

/** Price of GPU instances in a region, as a multiple of us-east-1. */
export interface AwsRegionRatio extends Provenance {
  readonly region: string;
  readonly ratio: number;
}

/** Regions known to have the instance types of an EC2 family. */
export interface AwsRegionFamilyRow extends Provenance {
  /** The part of a type before its size: `g6e` of `g6e.12xlarge`. */
  readonly family: string;
  readonly regions: readonly string[];
}

/** An Azure VM size. It is the same machine in every region. */
export interface AzureSizeRow {
  readonly size: string;
  readonly accelerator: string;
  readonly acceleratorCount: number;
  /** Fraction of one accelerator for partitioned sizes, 1 otherwise. */
  readonly acceleratorShare: number;
  readonly vcpu: number;
  /** GiB of host memory. */
  readonly memoryGiB: number;
  /** Whether Azure Machine Learning managed online endpoints accept the size. */
  readonly managedOnlineEndpoint: boolean;
  /** Name of the quota of vCPUs that the size counts against. */
  readonly quota: string;
  readonly notes?: string;
  readonly confidence?: 'medium';
}

/** US dollars per hour by size and region. A size without a price in a region is not offered there. */
export interface AzurePriceRows extends Provenance {
  readonly usdPerHour: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A repository that publishes the weights of a model in another format, or under another name. */
export interface ModelVariantRow {
  readonly id: string;
  /** Id of the model with the same architecture. */
  readonly base: string;
  /** Number format of the published weights. @default - the base's */
  readonly publishedDtype?: 'fp8' | 'nvfp4' | 'int4' | 'int8' | 'bf16';
  /** Tokens. @default - the base's */
  readonly maxContext?: number;
  /** Format of everything but the experts. @default - the published format */
  readonly fixedDtype?: 'bf16';
  /** GiB of the published weights. @default - the base's when the format is the same, else unknown */
  readonly checkpointGiB?: number;
}
