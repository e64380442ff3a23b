import type { Accelerator, Dtype, ModelArchitecture, ServingEngine } from '../../catalog';

/** What of a serving engine decides whether a copy starts, and how. */
export interface ServedBy extends Pick<ServingEngine, 'engine' | 'version' | 'fp8ExpertBlock'> {
  /** Experts are spread over the GPUs instead of being cut. @default false */
  readonly expertParallel?: boolean;
  /** Fraction of a GPU's memory that the engine uses. @default 0.9 */
  readonly gpuMemoryUtilization?: number;
}

/** One copy of a model on GPUs of one kind. */
export interface ModelCopy {
  readonly model: ModelArchitecture;
  readonly accelerator: Accelerator;
  /** Fraction of each GPU; less than 1 on partitioned sizes. */
  readonly acceleratorShare: number;
  /** GPUs that share the copy. */
  readonly tensorParallel: number;
  /** Number format of the weights. */
  readonly dtype: Dtype;
  /** Number format of the KV cache, as the serving engine names it; `auto` is bf16. @default - auto */
  readonly cacheDtype?: CacheDtype;
  /** LoRA adapters in memory. @default - none */
  readonly adapters?: AdapterSlots;
  /** @default - vLLM with its defaults, of no particular version */
  readonly servedBy?: ServedBy;
}

/** Number formats of the KV cache. */
export type CacheDtype = 'auto' | 'fp8';

/** A steady load: requests in flight, all of typical length in tokens. */
export interface CopyLoad {
  readonly concurrency: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Settings of the serving engine for a copy. */
export interface EngineSettings {
  /** Fraction of a GPU's memory that the engine uses. */
  readonly gpuMemoryUtilization: number;
  /** Tokens in one step, prompts and answers together. */
  readonly maxNumBatchedTokens: number;
  /** Sequences in one step. */
  readonly maxNumSeqs: number;
}

const mibOfLargeDevice = 65_536;
/** Fraction of a GPU's memory that vLLM uses unless it is told otherwise. */
export const usualUtilization = 0.9;

/**
 * Engine settings of a copy. They follow the defaults of vLLM: 8,192 batched tokens on devices of 70 GiB and more, 2,048
 * on smaller ones, and 0.90 of the memory.
 */
export function engineSettings(copy: ModelCopy, concurrency: number): EngineSettings {
  const usable = copy.accelerator.usableMiB * copy.acceleratorShare;
  return {
    gpuMemoryUtilization: copy.servedBy?.gpuMemoryUtilization ?? usualUtilization,
    maxNumBatchedTokens: usable >= mibOfLargeDevice ? 8192 : 2048,
    // Allows a burst without a restart. A power of two, because CUDA graphs are captured for those.
    maxNumSeqs: Math.min(1024, Math.max(8, 2 ** Math.ceil(Math.log2(Math.max(1, concurrency))))),
  };
}

/** Whether the experts of a copy are spread over several GPUs. */
export function spreadsExperts({ model, tensorParallel, servedBy }: ModelCopy): boolean {
  return model.moe !== undefined && tensorParallel > 1 && servedBy?.expertParallel === true;
}

/** LoRA adapters that an engine keeps in GPU memory in addition to the weights. */
export interface AdapterSlots {
  /** Adapters in memory at the same time (vLLM's `max-loras`). */
  readonly count: number;
  /** Largest rank; every slot is as large as the largest (vLLM's `max-lora-rank`). */
  readonly rank: number;
}
