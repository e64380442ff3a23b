import type { OpenWeightsModel } from './model';
import type { Cloud } from './tier';

/** Requests in flight in every hour of a week, as fractions of the peak: 24 numbers from 0 to 1, the first for 0:00 to 1:00. */
export interface WeekSpec {
  /** Monday to Friday. */
  readonly weekday: readonly number[];
  /** Saturday and Sunday. */
  readonly weekend: readonly number[];
}

/** Load that an endpoint must serve, at the peak and over the week. */
export interface TrafficSpec {
  /** Requests in flight at the peak. */
  readonly peakConcurrency: number;
  /** Tokens of a typical request. */
  readonly inputTokens: number;
  /** Tokens of a typical answer. */
  readonly outputTokens: number;
  /**
   * Tokens of the longest request and answer together that must be served.
   *
   * @default - four times the typical request and answer, rounded up to a multiple of 1,024
   */
  readonly maxTokens?: number;
  /** Hours of a day with traffic, all at the peak. Not together with `week`. @default - 24 */
  readonly hoursPerDay?: number;
  /** Load of every hour of the week. @default - the peak for `hoursPerDay` hours of every day, and no load at other hours */
  readonly week?: WeekSpec;
  /** IANA time zone of `week` and of a schedule, for example `Europe/Berlin`. @default - UTC */
  readonly timeZone?: string;
}

/** How fast an endpoint must answer at the peak. */
export interface SloSpec {
  /** Milliseconds to the first token. @default - no limit */
  readonly timeToFirstTokenMs?: number;
  /** Milliseconds per token after the first. @default - no limit */
  readonly timePerOutputTokenMs?: number;
}

/**
 * What serves on Azure Machine Learning. Its deployments take no command line, so the arguments of the engine reach it through
 * environment variables.
 */
export type AzureServing =
  /** A published image whose entry point reads variables, imported into the registry of the environment by digest. */
  | { readonly from: 'published-image' }
  /**
   * Your image in the registry of the environment. Its entry point must start the engine with the arguments in the variable
   * `ENGINE_ARGS`, on the port that the engine uses by default.
   */
  | {
      readonly from: 'own-image';
      /** Repository in the registry, for example `serving/vllm`. */
      readonly repository: string;
    }
  /**
   * A model of the `HuggingFace` registry. It brings its own engine and settings, and downloads its weights from the hub at
   * each start. Not for gated models.
   */
  | {
      readonly from: 'hugging-face';
      /** Name in the registry, for example `qwen-qwen3-8b`. */
      readonly model: string;
      /** Version in the registry, a whole number. */
      readonly version: number;
    }
  /**
   * The published image, through a cache rule of the registry of the environment: the first pull of the digest fetches it from
   * its registry. Its entry point must read the same variables as the published image.
   */
  | {
      readonly from: 'cached-image';
      /** Repository with the host of its registry. @default - that of the published image */
      readonly image?: string;
      /** Secrets in Key Vault with the login of that registry. @default - no login */
      readonly login?: RegistryLogin;
    };

/** A login of a registry, as two secrets of one Key Vault. */
export interface RegistryLogin {
  /** `https://<vault>.vault.azure.net/secrets/<name>`, with a version or without. */
  readonly usernameSecretUri: string;
  /** As above. */
  readonly passwordSecretUri: string;
}

/** Where SageMaker pulls the image from. */
export type AwsServing =
  /** The registry of AWS in the region of the endpoint. */
  | { readonly from: 'published-image' }
  /** The repository of the environment, where `llmops assets push` copies AWS's image by digest. */
  | { readonly from: 'copied-image' }
  /** A pull-through cache of the account: the first pull of the digest fetches the image from a public registry. */
  | {
      readonly from: 'cached-image';
      /**
       * Repository with the host of its registry: `public.ecr.aws`, `registry.k8s.io` or `quay.io`. Its entry point must read
       * the same variables as AWS's image. @default - AWS's image in its public gallery
       */
      readonly image?: string;
    };

/** The container that serves open weights, by digest: a tag can point to another image after the test. */
export interface ServingSpec {
  /** Serving engine in the image. The predicted speed is that of vLLM; of other engines nothing was measured. */
  readonly engine: 'vllm' | 'sglang' | 'tgi' | 'nim';
  /** Version of the engine in the images, for example `0.27.1`. */
  readonly version: string;
  /** `sha256:` and 64 hexadecimal digits, for each cloud of the endpoint. */
  readonly imageDigest: { readonly aws?: string; readonly azure?: string };
  /** What SageMaker pulls. @default - the image in the registry of AWS */
  readonly aws?: AwsServing;
  /** What serves on Azure. @default - a published image */
  readonly azure?: AzureServing;
  /**
   * Spread the experts of a model over the GPUs instead of cutting each. A split that would cut blocks of quantised experts
   * is then possible. Its speed was not measured.
   *
   * @default false
   */
  readonly expertParallel?: boolean;
  /** Fraction of a GPU's memory that the engine uses, above 0 and at most 1. @default 0.9 */
  readonly gpuMemoryUtilization?: number;
}

/** Values that you choose instead of the planner. They are checked, and refused when they cannot work. */
export interface PlacementPin {
  /** SageMaker instance type or Azure VM size. @default - the planner chooses */
  readonly instanceType?: string;
  /** GPUs that one copy of the model is split over. @default - the planner chooses */
  readonly tensorParallel?: number;
  /** Copies of the model at the peak. @default - as many as the peak needs */
  readonly replicas?: number;
}

/** Busy hours. At other hours the minimum number of copies is lower; autoscaling still adds copies for load. */
export interface IdleSchedule {
  /** Days with busy hours. */
  readonly days: 'weekdays' | 'every-day';
  /** First busy hour, from 0 to 23, in `traffic.timeZone`. */
  readonly fromHour: number;
  /** Hour in which the busy hours end, after `fromHour` and at most 24. */
  readonly toHour: number;
  /** Minimum number of copies at other hours. @default - 2 in production, otherwise 1 */
  readonly minReplicas?: number;
}

/** What runs without traffic: every copy, no copy, or fewer copies outside of the busy hours. */
export type IdlePolicy = 'keep-warm' | 'scale-to-zero' | { readonly schedule: IdleSchedule };

/** Failover between two clouds: the primary serves the requests, and the standby replaces it when it fails. */
export type FailoverSpec =
  | {
      /** Cloud that serves the requests. @default - the cheaper cloud */
      readonly primary?: Cloud;
      /**
       * `none`: nothing runs on the standby; the endpoint is deployed there when it is needed. `pilot-light`: one copy
       * runs, and more are started after a failover. `full`: enough copies for the whole peak run.
       */
      readonly standby: 'none' | 'pilot-light' | 'full';
    }
  | {
      /** Cloud that serves the requests. @default - the cheaper cloud */
      readonly primary?: Cloud;
      /** Copies for a part of the peak run on the standby, and more are started after a failover. */
      readonly standby: 'warm';
      /** Fraction of the peak that the standby serves at once, above 0 and at most 1. */
      readonly peakShare: number;
    };

/** What the planner minimises in addition to the cost. Where all are 0, the cheapest size is chosen. */
export interface PlacementWeights {
  /** US dollars for a tonne of CO2e. @default 0 */
  readonly carbonUsdPerTonneCo2e?: number;
  /**
   * US dollars a month for the risk that the loss of one instance takes the whole endpoint down. The loss of an instance
   * that serves a tenth of the peak costs a tenth of it. Larger values lead to more and smaller instances. @default 0
   */
  readonly lostInstanceUsdPerMonth?: number;
}

/** Number formats of quantised weights. */
export type QuantisedFormat = 'fp8' | 'int8' | 'int4' | 'mxfp4' | 'nvfp4';

/** Locations of the same model in other number formats. The planner can choose a format on the clouds that have it. */
export type QuantisationSpec = { readonly [F in QuantisedFormat]?: NonNullable<OpenWeightsModel['artifact']> };

/** Updates that no alarm rolls back, which a reviewer sees with the reason. */
export interface RollbackWaived {
  readonly waived: true;
  readonly reason: string;
}

/** A LoRA adapter of the model, in a directory beside its weights. */
export interface AdapterSpec {
  /** Rank that it was trained with, as `r` of its `adapter_config.json`. */
  readonly rank: number;
  /** Directory of its files below the weights, for example `adapters/legal`. @default - `adapters/` and its name */
  readonly path?: string;
}

/** One open-weights model behind an inference endpoint. */
export interface EndpointSpec {
  /** Key in `models` of an open-weights model. */
  readonly model: string;
  /** Clouds that the endpoint runs on. At least one. */
  readonly clouds: readonly Cloud[];
  readonly traffic: TrafficSpec;
  /** @default - no limit: the cheapest instance that fits the model */
  readonly slo?: SloSpec;
  readonly serving: ServingSpec;
  /**
   * What runs without traffic. After `scale-to-zero` requests fail for minutes until a copy has started, so it is refused
   * in production.
   *
   * @default - `keep-warm`
   */
  readonly whenIdle?: IdlePolicy;
  /** Needs both clouds. @default - each cloud of the endpoint serves the whole peak */
  readonly failover?: FailoverSpec;
  /** @default - only the cost decides */
  readonly weights?: PlacementWeights;
  /**
   * Lets an update through while an alarm is red: SageMaker rolls an update back on an alarm, one that repairs the cause
   * too. Set it for that update and remove it with the next change. Azure has no such rollback.
   *
   * @default - alarms roll an update back
   */
  readonly rollback?: RollbackWaived;
  /** Weights in other number formats. @default - only the published number format */
  readonly quantisation?: QuantisationSpec;
  /** LoRA adapters by the name that requests use as model. All are in memory. @default - none */
  readonly adapters?: Readonly<Record<string, AdapterSpec>>;
  /** Keys in `models` of Bedrock or Azure OpenAI models whose price the plan compares. @default - none */
  readonly compareWith?: readonly string[];
  /** Pinned values by cloud. @default - the planner chooses */
  readonly pinned?: { readonly aws?: PlacementPin; readonly azure?: PlacementPin };
}
