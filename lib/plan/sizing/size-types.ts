import type { Accelerator, CarbonIntensity, Dtype, ModelArchitecture } from '../../catalog';
import type { Figures } from '../decision';
import type { PriceBasis } from '../price-basis';

/** What an endpoint must carry and what may carry it. */
export interface SizeRequest {
  /** Path of the endpoint in the platform spec; issues start with it. */
  readonly path: string;
  readonly model: ModelArchitecture;
  readonly accelerators: readonly Accelerator[];
  /** @default - the format the weights are published in, fp16 where a device has no bf16 */
  readonly dtype?: Dtype;
  /**
   * Formats that may be weighed beside that one. Weights in another format are another artefact, so one of these is never
   * chosen: the cheapest size in each stands among the alternatives with its price and its saving.
   *
   * @default - none
   */
  readonly otherDtypes?: readonly Dtype[];
  readonly traffic: {
    /** Requests in flight at the peak, over all replicas. */
    readonly peakConcurrency: number;
    /** Tokens of a typical request and of its answer. */
    readonly inputTokens: number;
    readonly outputTokens: number;
    /** Longest request plus answer that must be served, in tokens. */
    readonly maxTokens: number;
  };
  /** @default - no limit */
  readonly slo?: { readonly timeToFirstTokenMs?: number; readonly timePerOutputTokenMs?: number };
  readonly minReplicas: number;
  /**
   * Choices taken out of the planner's hands; checked, and refused when they cannot work. Offers of other instance types
   * are weighed all the same, to say what a pin costs and what would work without it.
   */
  readonly pinned?: {
    readonly instanceType?: string;
    readonly tensorParallel?: number;
    readonly replicas?: number;
  };
  /**
   * What the account may start, by quota: instances for SageMaker, vCPUs elsewhere. A key is the quota's name as
   * `InstanceOffer.quota` writes it, with or without the code in it, or that code (`L-9614C779`). A quota that is not
   * listed is unknown and forbids nothing.
   */
  readonly quotas?: Readonly<Record<string, number>>;
  /** Path of the quotas in the platform spec. @default - the endpoint's */
  readonly quotasPath?: string;
  /**
   * Capacity during an update as a multiple of what runs: 2 for a second fleet beside the first. Quotas must allow it.
   *
   * @default 1
   */
  readonly updateCapacity?: number;
  /** Grid and facility of the offers' regions. @default - no carbon figures */
  readonly carbon?: readonly CarbonIntensity[];
}

/** Machines and engine settings for an endpoint, and what they achieve. */
export interface Size {
  readonly instanceType: string;
  readonly accelerator: string;
  /** GPUs of one instance. */
  readonly acceleratorCount: number;
  /** GPUs that share one copy; each replica is one instance with one copy. */
  readonly tensorParallel: number;
  readonly replicas: number;
  readonly dtype: Dtype;
  readonly maxModelLen: number;
  readonly maxNumSeqs: number;
  readonly maxNumBatchedTokens: number;
  readonly gpuMemoryUtilization: number;
  /** Weights of one copy over all its GPUs. */
  readonly weightsGiB: number;
  /** All replicas. */
  readonly usdPerHour: number;
  readonly usdPerMonth: number;
  readonly price: PriceBasis;
  /** All replicas, predicted at the peak. */
  readonly figures: Figures;
}
