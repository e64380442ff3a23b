import type { Cloud } from './environment';
import type { OpenWeightsModel } from './model';

/** Requests in flight in every hour of a week, as fractions of the peak: 24 numbers from 0 to 1, the first from 0:00 on. */
export interface WeekSpec {
  /** Monday to Friday. */
  readonly weekday: readonly number[];
  /** Saturday and Sunday. */
  readonly weekend: readonly number[];
}

/** Load an endpoint must carry, at its busiest and over the week. */
export interface TrafficSpec {
  /** Requests in flight at the peak. */
  readonly peakConcurrency: number;
  /** Tokens of a typical request. */
  readonly inputTokens: number;
  /** Tokens of a typical answer. */
  readonly outputTokens: number;
  /** Longest request plus answer that must be served, in tokens. @default - four times the typical request and answer, rounded up to 1,024 */
  readonly maxTokens?: number;
  /** Hours of a day with traffic, all at the peak. Not beside `week`. @default - 24 */
  readonly hoursPerDay?: number;
  /** @default - the peak for `hoursPerDay` hours of every day, nothing at others */
  readonly week?: WeekSpec;
  /** IANA time zone of `week` and of a schedule, for example `Europe/Berlin`. @default - UTC */
  readonly timeZone?: string;
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

/** Hours in which the planned copies run; at others fewer do. It lowers the minimum only: load still adds copies. */
export interface IdleSchedule {
  readonly days: 'weekdays' | 'every-day';
  /** Whole hours of the day in `traffic.timeZone`, from 0 to 23. */
  readonly fromHour: number;
  /** Up to 24, after `fromHour`. */
  readonly toHour: number;
  /** Copies at other hours. @default - fewest the tier allows: 2 in production, else 1 */
  readonly minReplicas?: number;
}

/** What runs without traffic. */
export type IdlePolicy = 'keep-warm' | 'scale-to-zero' | { readonly schedule: IdleSchedule };

/** How two clouds share an endpoint when one answers and the other stands by. */
export type FailoverSpec =
  | {
      /** @default - the cheaper cloud */
      readonly primary?: Cloud;
      /**
       * `none`: one cloud only, the endpoint is deployed on the other when it is needed. `pilot-light`: one copy runs and
       * the rest follows. `full`: the whole peak is carried at once.
       */
      readonly standby: 'none' | 'pilot-light' | 'full';
    }
  | {
      readonly primary?: Cloud;
      /** The standby carries a part of the peak at once, and the rest follows. */
      readonly standby: 'warm';
      /** Fraction of the peak carried at once, above 0 and at most 1. */
      readonly peakShare: number;
    };

/** What counts in a choice beside money. All zero, the cheapest wins. */
export interface PlacementWeights {
  /** US dollars a tonne of CO2e counts for. @default 0 */
  readonly carbonUsdPerTonneCo2e?: number;
  /**
   * US dollars a month it counts that one instance takes the whole endpoint down; an instance that carries a tenth of the
   * peak counts for a tenth of it. Larger values choose more and smaller instances. @default 0
   */
  readonly lostInstanceUsdPerMonth?: number;
}

/** Number formats weights are quantised to. */
export type QuantisedFormat = 'fp8' | 'int8' | 'int4' | 'mxfp4' | 'nvfp4';

/** Weights of the same model in other number formats, by format: the planner may choose a format on the clouds it lies on. */
export type QuantisationSpec = { readonly [F in QuantisedFormat]?: NonNullable<OpenWeightsModel['artifact']> };

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
  readonly whenIdle?: IdlePolicy;
  /** Needs both clouds. @default - each cloud carries the whole peak */
  readonly failover?: FailoverSpec;
  /** @default - money alone decides */
  readonly weights?: PlacementWeights;
  /** @default - the published number format only */
  readonly quantisation?: QuantisationSpec;
  /** Keys into `models` of Bedrock or Azure OpenAI models that would do as well: the plan compares their price. @default - none */
  readonly compareWith?: readonly string[];
  /** @default - the planner chooses */
  readonly pinned?: { readonly aws?: PlacementPin; readonly azure?: PlacementPin };
}
