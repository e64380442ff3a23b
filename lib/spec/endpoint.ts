import type { Cloud } from './environment';

/** Load an endpoint must carry, at its busiest. */
export interface TrafficSpec {
  /** Requests in flight at the peak. */
  readonly peakConcurrency: number;
  /** Tokens of a typical request. */
  readonly inputTokens: number;
  /** Tokens of a typical answer. */
  readonly outputTokens: number;
  /** Longest request plus answer that must be served, in tokens. @default - four times the typical request and answer, rounded up to 1,024 */
  readonly maxTokens?: number;
  /** Hours of a day with traffic. @default - 24 */
  readonly hoursPerDay?: number;
}

/** How fast an answer must be at the peak. */
export interface SloSpec {
  /** Milliseconds to the first token. @default - no limit */
  readonly timeToFirstTokenMs?: number;
  /** Milliseconds per token after the first. @default - no limit */
  readonly timePerOutputTokenMs?: number;
}

/** The container that serves open weights, by digest: a tag can change after it was tested. */
export interface ServingSpec {
  readonly engine: 'vllm';
  /** Engine version the digests belong to, for example `0.27.1`. */
  readonly version: string;
  /** `sha256:` and 64 hexadecimal digits. Required for each cloud the endpoint runs on. */
  readonly imageDigest: { readonly aws?: string; readonly azure?: string };
}

/** A choice taken out of the planner's hands; it is checked, and refused when it cannot work. */
export interface PlacementPin {
  /** SageMaker instance type or Azure VM size. */
  readonly instanceType?: string;
  /** GPUs that share one copy of the model. */
  readonly tensorParallel?: number;
  readonly replicas?: number;
}

/** One open-weights model behind an inference endpoint. */
export interface EndpointSpec {
  /** Key into `models`. */
  readonly model: string;
  readonly clouds: readonly Cloud[];
  readonly traffic: TrafficSpec;
  /** @default - no limit; the cheapest instance that holds the model */
  readonly slo?: SloSpec;
  readonly serving: ServingSpec;
  /**
   * What happens without traffic. `scale-to-zero` answers errors for minutes while it wakes, so production refuses it.
   *
   * @default - kept warm
   */
  readonly whenIdle?: 'keep-warm' | 'scale-to-zero';
  /** @default - the planner chooses */
  readonly pinned?: { readonly aws?: PlacementPin; readonly azure?: PlacementPin };
}
