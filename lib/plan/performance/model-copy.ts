import type { Accelerator, Dtype, ModelArchitecture } from '../../catalog';

/** One copy of a model on GPUs of one kind. */
export interface ModelCopy {
  readonly model: ModelArchitecture;
  readonly accelerator: Accelerator;
  /** Fraction of each GPU; below one on partitioned sizes. */
  readonly acceleratorShare: number;
  /** GPUs the copy is split over. */
  readonly tensorParallel: number;
  readonly dtype: Dtype;
  /** Number format of the cache, in the serving engine's words; `auto` is bf16. @default - auto */
  readonly cacheDtype?: CacheDtype;
  /** LoRA adapters in memory. @default - none */
  readonly adapters?: AdapterSlots;
}

/** Number formats of the cache. */
export type CacheDtype = 'auto' | 'fp8';

/** Requests a copy has in flight, all of typical length. */
export interface CopyLoad {
  readonly concurrency: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** How the serving engine is set up for a copy. */
export interface EngineSettings {
  /** Share of a GPU's memory the engine may use. */
  readonly gpuMemoryUtilization: number;
  /** Tokens the engine processes in one step, prompts and answers together. */
  readonly maxNumBatchedTokens: number;
  /** Sequences in one step. */
  readonly maxNumSeqs: number;
}

const mibOfLargeDevice = 65_536;

/**
 * Settings the kit writes for a copy. vLLM itself takes 8,192 batched tokens on devices of 70 GiB and more and 2,048 on
 * smaller ones, and 0.90 of the memory.
 */
export function engineSettings(copy: ModelCopy, concurrency: number): EngineSettings {
  const usable = copy.accelerator.usableMiB * copy.acceleratorShare;
  return {
    gpuMemoryUtilization: 0.9,
    maxNumBatchedTokens: usable >= mibOfLargeDevice ? 8192 : 2048,
    // Room for a burst without a second restart; a power of two, because CUDA graphs are captured for those.
    maxNumSeqs: Math.min(1024, Math.max(8, 2 ** Math.ceil(Math.log2(Math.max(1, concurrency))))),
  };
}

/** Adapters an engine keeps in GPU memory beside the weights. */
export interface AdapterSlots {
  /** Adapters in memory at the same time (vLLM's `max-loras`). */
  readonly count: number;
  /** Largest rank; every slot is as large as the largest (vLLM's `max-lora-rank`). */
  readonly rank: number;
}
