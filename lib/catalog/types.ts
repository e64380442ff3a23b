import type { ManagedModel } from './managed-model-types';
import type { Provenance } from './provenance';

export type * from './managed-model-types';
export type { Provenance } from './provenance';

/** Number formats of weights and arithmetic. */
export type Dtype = 'bf16' | 'fp16' | 'fp8' | 'mxfp4' | 'nvfp4' | 'int4' | 'int8';

/** A GPU or another accelerator. */
export interface Accelerator extends Provenance {
  /** Key used by instances, for example `H100-SXM`. */
  readonly id: string;
  readonly vendor: string;
  readonly architecture: string;
  /** MiB the platform reports. */
  readonly usableMiB: number;
  /** GB/s. */
  readonly memoryBandwidthGBs: number;
  /** Dense TFLOPS without sparsity; a missing format has no native kernel. */
  readonly denseTflops: Readonly<Partial<Record<'fp16' | 'bf16' | 'fp8' | 'fp4' | 'int8', number>>>;
  /** Watts; absent when the vendor publishes none. */
  readonly tdpWatts?: number;
  readonly link: {
    readonly kind: string;
    /** GB/s one way per GPU; absent when unknown. */
    readonly unidirectionalGBs?: number;
  };
  readonly computeCapability?: string;
}

/** Reserved instances: used before any other, and billed whether they are used or not. */
export interface ReservedInstances extends Provenance {
  readonly count: number;
  /** US dollars an hour per instance; 0 when it was paid in advance. */
  readonly usdPerHour: number;
  /** Id or ARN of the reservation. */
  readonly reservation?: string;
  /** ISO date after which the offer's `usdPerHour` is charged again. */
  readonly endsAt?: string;
}

/** One purchasable machine of one service in one region. */
export interface InstanceOffer extends Provenance {
  readonly cloud: 'aws' | 'azure';
  readonly service: 'sagemaker' | 'ec2' | 'azure-ml' | 'azure-vm';
  readonly instanceType: string;
  readonly accelerator: string;
  readonly acceleratorCount: number;
  /** Fraction of one GPU for partitioned sizes. */
  readonly acceleratorShare: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly region: string;
  /** US dollars an hour; absent when unknown. */
  readonly usdPerHour?: number;
  /** `negotiated`: written by the user, what the provider charges this account. */
  readonly priceStatus: 'published' | 'negotiated' | 'estimated' | 'approximate' | 'missing';
  /** `unknown`: no source says that the region has the type. @default - a price list of the region has it */
  readonly availability?: 'unknown';
  /** Instances that the user reserved. @default - none */
  readonly reserved?: ReservedInstances;
  /**
   * Whether the instance has local NVMe: SageMaker then refuses a customer-managed key for the volume. Absent when it is
   * unknown, and on Azure, where no decision depends on it.
   */
  readonly localNvme?: boolean;
  /** Quota that must allow it, as the provider names it. */
  readonly quota?: string;
}

/** Architecture of an open-weights model, from its published configuration. */
export interface ModelArchitecture extends Provenance {
  readonly id: string;
  readonly kind: 'text-generation' | 'embedding' | 'reranker';
  /** Billions. */
  readonly totalParams: number;
  readonly activeParams: number;
  /** Billions of `totalParams` in a vision tower: in memory, and not read for a token of text. @default - none, or not told apart */
  readonly visionParams?: number;
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly attention: 'MHA' | 'GQA' | 'MQA' | 'MLA';
  /**
   * Layers that attend to the whole context. The others attend to `slidingWindow` tokens, or keep a state of constant
   * size when there is no window (linear attention).
   */
  readonly fullAttentionLayers: number;
  /** Tokens; absent when no layer has a window. */
  readonly slidingWindow?: number;
  /** Length of a value vector. @default - `headDim` */
  readonly valueDim?: number;
  /**
   * Heads of the layers with a window where they differ: `kvHeads` and `headDim` are then those of the layers that attend to
   * the whole context. @default - every layer has the same heads
   */
  readonly windowHeads?: { readonly kvHeads: number; readonly headDim: number };
  /** Layers that index every token and attend to the tokens that the index chooses. @default - none */
  readonly sparseAttention?: {
    /** Tokens that a token attends to. */
    readonly topTokens: number;
    /** Bytes of the index of one token in one layer, on every GPU. */
    readonly indexBytes: number;
  };
  /** Reads a text once and keeps no cache. @default - false */
  readonly encoderOnly?: boolean;
  readonly intermediate?: number;
  readonly moe?: {
    readonly experts: number;
    readonly topK: number;
    readonly intermediate: number;
    /** Layers that have experts. @default - all of them */
    readonly layers?: number;
    /** Inner width of the shared experts of a layer together. @default - it has none, or the width is unknown */
    readonly sharedIntermediate?: number;
  };
  /** Layers without a cache of tokens. @default - the model has none, or their heads are unknown */
  readonly linearAttention?: {
    readonly valueHeads: number;
    readonly keyHeads: number;
    readonly headDim: number;
  };
  /** Width of a block that shares a scale where the weights are published in fp8. @default - a scale for each tensor or row, or unknown */
  readonly fp8Block?: number;
  /** Weights that share a scale where they are published in int4. @default - 128 */
  readonly int4Group?: number;
  readonly vocab: number;
  readonly tiedEmbeddings: boolean;
  readonly maxContext: number;
  /** Number format of the published weights. @default - bf16 */
  readonly publishedDtype?: Dtype;
  /** Format of everything but the experts where the published weights quantise the experts alone. @default - `publishedDtype` */
  readonly fixedDtype?: 'bf16';
  /** GiB of the published weights, in `publishedDtype`. */
  readonly checkpointGiB?: number;
  readonly licence: string;
}

/** Open weights that the kit knows and cannot size: what is in the row would be a guess. */
export interface UnsupportedModel extends Provenance {
  readonly id: string;
  /** What of its architecture cannot be said. Lower case, no final period. */
  readonly reason: string;
}

/** A region or location and what the kit needs to know about it. */
export interface Region extends Provenance {
  readonly cloud: 'aws' | 'azure';
  readonly id: string;
  readonly residency: 'eu' | 'us' | 'other';
  /** Zone names (AWS) or numbers (Azure), in order. */
  readonly zones: readonly string[];
}

/** A program that serves open weights. */
export type EngineName = 'vllm' | 'sglang' | 'tgi' | 'nim';

/** A setting that the kit writes, whatever an engine calls it. */
export type EngineSetting =
  | 'model'
  | 'servedModelName'
  | 'dtype'
  | 'tensorParallel'
  | 'expertParallel'
  | 'gpuMemoryUtilization'
  | 'maxModelLen'
  | 'maxNumBatchedTokens'
  | 'maxNumSeqs'
  | 'enableAdapters'
  | 'maxAdapters'
  | 'maxAdapterRank'
  | 'adapters';

/** How a container takes the settings of its engine from environment variables. */
export interface VariableGrammar {
  /**
   * Put before the argument's name in capitals, with `_` for `-`: `SM_VLLM_` makes `SM_VLLM_MAX_MODEL_LEN`. The value
   * `true` is a flag without a value.
   *
   * @default - no variable for each argument
   */
  readonly prefix?: string;
  /** Variables with names of their own. @default - none */
  readonly named?: Readonly<Partial<Record<EngineSetting, string>>>;
  /** Variable with the arguments that have no variable, as a command line. @default - they cannot be set */
  readonly commandLine?: string;
  /** Whether a JSON array as value becomes one argument for each element. @default false */
  readonly arrays?: boolean;
}

/** An image of AWS's Deep Learning Containers that serves on SageMaker. */
export interface AwsServingImage {
  /** Repository of AWS's Deep Learning Containers: see `deepLearningImage`. */
  readonly repository: string;
  readonly tag: string;
  /**
   * Host image that this image is known to start on, where it is not the usual one of the CUDA version in its tag. It is
   * refused where the catalogue knows that it fails. @default - the one for the CUDA version: see `hostTriple`
   */
  readonly inferenceAmiVersion?: string;
  /** How the entry point makes arguments of variables. */
  readonly variables: VariableGrammar;
}

/** An image that serves on Azure Machine Learning. */
export interface AzureServingImage {
  /** Repository with its registry and without a tag. */
  readonly image: string;
}

/** A serving engine at one version: what its settings are called, and the images that hold it. */
export interface ServingEngine extends Provenance {
  readonly engine: EngineName;
  readonly version: string;
  /** Long names of its arguments, by setting, as the version's own parser has them. A setting without a name is not written. */
  readonly arguments: Readonly<Partial<Record<EngineSetting, string>>>;
  /** Where `arguments` was read. */
  readonly argumentsSource: Provenance;
  /** What the engine calls the format that the checkpoint has. @default - the argument is left out */
  readonly dtypeOfCheckpoint?: string;
  /**
   * Width into which it cuts blocks of experts in fp8, so that a GPU's part may be a multiple of it. Kernels in Triton read
   * such blocks, and the engine chooses them then. @default - the checkpoint's block: it refines none, or that is unknown
   */
  readonly fp8ExpertBlock?: number;
  /** How the engine's own images take settings from variables. @default - from their command line only */
  readonly variables?: VariableGrammar;
  /** The engine and version inside, where the image wraps another one. Arguments without a variable are its own. */
  readonly wraps?: { readonly engine: EngineName; readonly version: string };
  /** @default - no image on AWS is known for this version */
  readonly aws?: AwsServingImage;
  /** @default - no image for Azure is known for this version */
  readonly azure?: AzureServingImage;
}

/** Grid carbon intensity of a region and how its data centres use energy and water. */
export interface CarbonIntensity extends Provenance {
  readonly cloud: 'aws' | 'azure';
  readonly region: string;
  /** Annual average, location-based. */
  readonly gramsCo2ePerKwh: number;
  /** How the figure was made; `proxy: …` was borrowed from another region of the same grid. */
  readonly method: string;
  /** Facility energy per IT energy; absent when the provider publishes none for the region. */
  readonly pue?: number;
  readonly waterLitresPerKwh?: number;
}

/** All facts a plan may use. */
export interface Catalog {
  readonly accelerators: readonly Accelerator[];
  readonly instances: readonly InstanceOffer[];
  readonly models: readonly ModelArchitecture[];
  /** @default - none */
  readonly unsupportedModels?: readonly UnsupportedModel[];
  readonly managedModels: readonly ManagedModel[];
  readonly regions: readonly Region[];
  readonly engines: readonly ServingEngine[];
  readonly carbon: readonly CarbonIntensity[];
}
