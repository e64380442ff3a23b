import type { Accelerator, Dtype, ModelArchitecture } from '../../catalog';

/** What an endpoint must carry and what may carry it. */
export interface SizeRequest {
  /** Path of the endpoint in the platform spec; issues start with it. */
  readonly path: string;
  readonly model: ModelArchitecture;
  readonly accelerators: readonly Accelerator[];
  /** @default - the format the weights are published in, fp16 where a device has no bf16 */
  readonly dtype?: Dtype;
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
  /** Choices taken out of the planner's hands; checked, and refused when they cannot work. */
  readonly pinned?: {
    readonly instanceType?: string;
    readonly tensorParallel?: number;
    readonly replicas?: number;
  };
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
  /** Predicted at the peak. */
  readonly timeToFirstTokenMs: number;
  readonly timePerOutputTokenMs: number;
  /** Output tokens of all replicas together. */
  readonly tokensPerSecond: number;
  /** Half-width of the band around the predicted times, in percent. */
  readonly errorPercent: number;
}
