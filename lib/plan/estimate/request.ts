/** A request for one estimate, as a user writes it. */
export interface EstimateRequest {
  /** Repository of the model, for example `Qwen/Qwen3-32B`. */
  readonly model: string;
  /** Instance type or VM size; with `ml.` for a SageMaker endpoint. */
  readonly instance: string;
  /** GPUs that share one copy. @default - the cheapest split that serves the load */
  readonly tensorParallel?: number;
  /** Number format of the weights. @default - the format in which they are published */
  readonly dtype?: string;
  /** Requests in flight on one copy. */
  readonly concurrency: number;
  /** Tokens of a typical prompt. */
  readonly inputTokens: number;
  /** Tokens of a typical answer. */
  readonly outputTokens: number;
  /** Region or location. @default - us-east-1 or eastus, or the cheapest region that offers the size */
  readonly region?: string;
  /** LoRA adapters in memory at the same time. @default - none */
  readonly loraAdapters?: number;
  /** Largest rank among them. @default 16 */
  readonly loraRank?: number;
  /** Serving engine. @default vllm */
  readonly engine?: string;
  /** Its version. @default - the first of the catalogue */
  readonly engineVersion?: string;
  /** Fraction of a GPU's memory that the engine uses. @default 0.9 */
  readonly utilization?: number;
  /** Spread experts over the GPUs instead of cutting each. @default false */
  readonly expertParallel?: boolean;
  /** Longest mean time to the first token, in milliseconds. @default - no limit */
  readonly sloTtft?: number;
  /** Longest mean time of each further token, in milliseconds. @default - no limit */
  readonly sloTpot?: number;
}
