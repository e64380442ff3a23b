import type { ModelClass } from './model-class';

/**
 * Parameters of the performance model that no specification states. Rates are fractions of the device's peak and times
 * are seconds, unless a name says otherwise. Values are in `calibrated-constants.ts`.
 */
export interface PerformanceConstants {
  /** Share of peak bandwidth while weights are read. */
  readonly weightBandwidth: number;
  /** Share of peak bandwidth while the cache is read. */
  readonly cacheBandwidth: number;
  /** Share of peak arithmetic in a step without a prompt, and with one by number format. */
  readonly decodeFlops: number;
  readonly prefillFlops16: number;
  readonly prefillFlops8: number;
  readonly prefillFlops4: number;
  /** Times a token's activations pass through memory between kernels, in a step without a prompt. */
  readonly activationPasses: number;
  /** Times a sequence's logits are read and written by the sampler. */
  readonly samplerPasses: number;
  /** Per step: scheduling and sampling on the CPU. Asynchronous scheduling (vLLM 0.14) hides most of it. */
  readonly stepSynchronous: number;
  readonly stepAsynchronous: number;
  /** Per layer: kernel launches and tails. */
  readonly layer: number;
  /** Per layer: kernels that quantise activations to FP4. */
  readonly layerFp4: number;
  /** Per sequence: bookkeeping of a running request. */
  readonly sequence: number;
  /** Per layer of a step with a prompt: such steps are not replayed from one CUDA graph. */
  readonly mixedLayer: number;
  /** The same on data-centre Blackwell before asynchronous scheduling, when attention was planned on the CPU. */
  readonly mixedLayerBlackwell: number;
  /** All-reduce over NVLink: latency, and share of the link's rate for large messages. */
  readonly nvlinkLatency: number;
  readonly nvlinkBandwidth: number;
  /** All-reduce over PCIe between devices that reach each other: latency and bytes per second of small messages. */
  readonly peerLatency: number;
  readonly peerBytesPerSecond: number;
  /** The same between devices that copy through the host's memory. */
  readonly hostLatency: number;
  readonly hostBytesPerSecond: number;
  /** Exponent on the number of tokens that route: below one, because tokens of a batch agree on popular experts. */
  readonly routingExponent: number;
  /** Per layer with experts: routing, sorting and summing. */
  readonly expertLayer: number;
  /** Share of peak bandwidth while experts are read, by kernel family (see `experts.ts`). */
  readonly expertBandwidthFp4: number;
  readonly expertBandwidthHopper: number;
  readonly expertBandwidthFp8: number;
  readonly expertBandwidthBlocks: number;
  readonly expertBandwidth16: number;
  readonly expertBandwidthWeightOnly: number;
  /** Per layer, in addition: quantising activations, padding to tiles and sorting, by kernel family. */
  readonly expertLayerFp8: number;
  readonly expertLayerBlocks: number;
  readonly expertLayer16: number;
  /** Per layer, in addition, where experts are widened before they are multiplied (no native format). */
  readonly weightOnlyLayer: number;
  /** Share of peak arithmetic of experts that are widened first, counting padded rows. */
  readonly weightOnlyFlops: number;
  /** Share of peak arithmetic of experts in a step with a prompt. */
  readonly expertPrefillFlops: number;
  /** Before the first step: request parsing, tokenising and the first chunk of the answer; engine as above. */
  readonly requestSynchronous: number;
  readonly requestAsynchronous: number;
  /** Prompts a request waits for, including that of the request: independent arrivals, and clients that move in lockstep. */
  readonly promptsIndependent: number;
  readonly promptsLockstep: number;
  /** Prompts a request waits for per other request in flight: the share that arrives in one burst, halved. */
  readonly burst: number;
}

/** Errors that four of five predictions stay within, in percent. */
export interface HeldOutError {
  /** Of the time per token. */
  readonly timePerTokenPercent: number;
  /** Of the time to first token; absent when none was measured. */
  readonly firstTokenPercent?: number;
}

/** Measurements of one class of model on one device, and the error of constants fitted without them. */
export interface MeasuredGroup extends ModelClass, HeldOutError {
  /** Id of the device. */
  readonly accelerator: string;
  /** See `generationOf`. */
  readonly generation: string;
  /** Measured times per token. */
  readonly rows: number;
  /** Models measured, whatever format they are published in. */
  readonly models: number;
}

/** The measurements on which the performance model was calibrated, and its errors elsewhere. */
export interface MeasuredEvidence {
  readonly groups: readonly MeasuredGroup[];
  /** Errors on devices and models left out of the fit, at least those of the worst group. */
  readonly unmeasured: Readonly<Record<'dense' | 'experts', Required<HeldOutError>>>;
}
