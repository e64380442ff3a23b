import type { Accelerator, CarbonIntensity, Dtype, ModelArchitecture } from '../../catalog';
import type { Figures } from '../decision';
import type { ServedBy } from '../performance/model-copy';
import type { PriceBasis } from '../price-basis';

/** LoRA adapters that an engine loads when it starts. */
export interface ServedAdapters {
  /** The name that requests use, and the directory below the weights. */
  readonly modules: readonly { readonly name: string; readonly path: string }[];
  /** Largest rank that the engine allows. */
  readonly rank: number;
}

/** The load of an endpoint, the devices that can serve it and the limits. */
export interface SizeRequest {
  /** Path of the endpoint in the platform spec. Paths of issues start with it. */
  readonly path: string;
  readonly model: ModelArchitecture;
  readonly accelerators: readonly Accelerator[];
  /** @default - the format the weights are published in, fp16 where a device has no bf16 */
  readonly dtype?: Dtype;
  /**
   * Other formats to evaluate. Weights in another format are another artifact, so none of these is chosen: the cheapest
   * size in each is listed as an alternative with its price and its saving.
   *
   * @default - none
   */
  readonly otherDtypes?: readonly Dtype[];
  readonly traffic: {
    /** Requests in flight at the peak, in all replicas together. */
    readonly peakConcurrency: number;
    /** Tokens of a typical prompt. */
    readonly inputTokens: number;
    /** Tokens of a typical answer. */
    readonly outputTokens: number;
    /** Tokens of the longest request that must be served, prompt and answer together. */
    readonly maxTokens: number;
  };
  /** Longest mean times in milliseconds. @default - no limit */
  readonly slo?: { readonly timeToFirstTokenMs?: number; readonly timePerOutputTokenMs?: number };
  /** @default - vLLM, of no particular version */
  readonly servedBy?: ServedBy;
  /** @default - none */
  readonly adapters?: ServedAdapters;
  /** Fewest replicas, for availability. */
  readonly minReplicas: number;
  /**
   * Values the user fixed. They are checked, and refused when they cannot work. Offers of other instance types are
   * evaluated as well, to report what a pin costs and what would work without it.
   *
   * @default - none
   */
  readonly pinned?: {
    readonly instanceType?: string;
    readonly tensorParallel?: number;
    readonly replicas?: number;
  };
  /**
   * Limits of the account, by quota: instances for SageMaker, vCPUs elsewhere. A key is the quota's name as
   * `InstanceOffer.quota` writes it, with or without its code, or the code alone (`L-9614C779`). A quota that is not
   * listed is unknown and limits nothing.
   *
   * @default - no quota is known
   */
  readonly quotas?: Readonly<Record<string, number>>;
  /** Path of the quotas in the platform spec. @default - that of the endpoint */
  readonly quotasPath?: string;
  /**
   * Instances during an update as a multiple of those in service: 2 for a second fleet. Quotas must allow them.
   *
   * @default 1
   */
  readonly updateCapacity?: number;
  /** Carbon intensities, among them those of the offers' regions. @default - no carbon figures */
  readonly carbon?: readonly CarbonIntensity[];
}

/** Instances and engine settings of an endpoint, with their predicted figures. */
export interface Size {
  readonly instanceType: string;
  readonly accelerator: string;
  /** GPUs of one instance. */
  readonly acceleratorCount: number;
  /** GPUs that share one copy; each replica is one instance with one copy. */
  readonly tensorParallel: number;
  readonly replicas: number;
  /** Number format of the weights. */
  readonly dtype: Dtype;
  /** Tokens of the longest request, prompt and answer together. */
  readonly maxModelLen: number;
  /** Sequences in one engine step. */
  readonly maxNumSeqs: number;
  /** Tokens in one engine step, prompts and answers together. */
  readonly maxNumBatchedTokens: number;
  /** Fraction of a GPU's memory that the engine uses. */
  readonly gpuMemoryUtilization: number;
  /** Experts are spread over the GPUs instead of being cut. @default false */
  readonly expertParallel?: boolean;
  /** Adapters in memory beside the weights. @default - none */
  readonly adapters?: ServedAdapters;
  /** Weights of one copy on all its GPUs together. */
  readonly weightsGiB: number;
  /** All replicas. */
  readonly usdPerHour: number;
  /** All replicas, all hours of an average month. */
  readonly usdPerMonth: number;
  /** Source and age of the price. */
  readonly price: PriceBasis;
  /** All replicas, predicted at the peak. */
  readonly figures: Figures;
}
