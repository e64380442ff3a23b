/** One question to the planner, as a person writes it. */
export interface EstimateRequest {
  /** Repository of the model. */
  readonly model: string;
  /** Instance type or VM size; with `ml.` for a SageMaker endpoint. */
  readonly instance: string;
  /** @default - the fewest GPUs that hold the model, or all of them */
  readonly tensorParallel?: number;
  /** @default - the format the weights are published in */
  readonly dtype?: string;
  readonly concurrency: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** @default - us-east-1 or eastus, or the first region that offers the size */
  readonly region?: string;
  /** LoRA adapters in memory at the same time. @default - none */
  readonly loraAdapters?: number;
  /** Largest rank among them. @default 16 */
  readonly loraRank?: number;
  /** Milliseconds the first token may take. @default - no limit */
  readonly sloTtft?: number;
  /** Milliseconds a token after it may take. @default - no limit */
  readonly sloTpot?: number;
}
