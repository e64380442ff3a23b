/** Where a row's facts come from and when they were true: asked of yours as of the kit's own. */
export interface RowProvenance {
  /** A contract, a price list, a model's configuration. */
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
  readonly notes?: string;
}

/** One of a few words, or a string read from a JSON file that is checked when the platform is resolved. */
type OneOf<Word extends string> = Word | (string & Record<never, never>);

/** A machine of a service in a region, by the provider's names. */
export interface InstanceKey {
  readonly service: OneOf<'sagemaker' | 'ec2' | 'azure-ml' | 'azure-vm'>;
  /** SageMaker or EC2 instance type, or Azure VM size. */
  readonly instanceType: string;
  readonly region: string;
}

/** What an hour of an instance costs you. It replaces the kit's price, and says that the region has the type. */
export interface InstancePriceRow extends InstanceKey, RowProvenance {
  readonly usdPerHour: number;
  /** `published` for a price of the provider's public list, as `llmops catalog refresh` writes them. @default - negotiated */
  readonly priceStatus?: OneOf<'negotiated' | 'published'>;
}

/** What tokens of a managed model cost you in a region. */
export interface TokenPriceRow extends RowProvenance {
  readonly service: OneOf<'bedrock' | 'azure-openai'>;
  /** Model id as in `models`. */
  readonly id: string;
  readonly region: string;
  readonly usdPerMillionInputTokens: number;
  /** 0 for an embedding model. */
  readonly usdPerMillionOutputTokens: number;
}

/** Instances you hold in advance. They are used before any other. */
export interface ReservedCapacityRow extends InstanceKey, RowProvenance {
  readonly count: number;
  /** US dollars an hour of each; 0 when it was paid at once. */
  readonly usdPerHour: number;
  /** Id or ARN of the reservation. */
  readonly reservation?: string;
  /** ISO date on which the reservation ends. @default - it does not end */
  readonly endsAt?: string;
}

/** An instance type the kit does not know yet. */
export interface InstanceRow extends InstanceKey, RowProvenance {
  /** Id of an accelerator of the kit's catalogue, for example `H100-SXM`: see `llmops catalog show --kind accelerators`. */
  readonly accelerator: string;
  readonly acceleratorCount: number;
  /** Fraction of one accelerator for partitioned sizes. @default 1 */
  readonly acceleratorShare?: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  /** US dollars. @default - unknown, and the type is never chosen for its price */
  readonly usdPerHour?: number;
  /**
   * Whether it has local NVMe: SageMaker refuses a customer-managed key for the volume of such a type.
   *
   * @default - what the catalogue says of the type's family; for an unknown family the plan sets no key and says so
   */
  readonly localNvme?: boolean;
  /** Quota that must allow it, as the provider names it. */
  readonly quota?: string;
}

/** Architecture of a model that is not public, from its `config.json`. */
export interface PrivateModelRow extends RowProvenance {
  /** Repository id as in `models`, for example `example/support-8b`. */
  readonly id: string;
  readonly kind: OneOf<'text-generation' | 'embedding' | 'reranker'>;
  /** Billions. */
  readonly totalParams: number;
  /** Billions that multiply one token. @default - all */
  readonly activeParams?: number;
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly attention: OneOf<'MHA' | 'GQA' | 'MQA' | 'MLA'>;
  /** Layers that attend to the whole context. @default - all */
  readonly fullAttentionLayers?: number;
  /** Tokens the other layers attend to. */
  readonly slidingWindow?: number;
  /** Reads a text once and keeps no cache. @default false */
  readonly encoderOnly?: boolean;
  readonly intermediate?: number;
  readonly moe?: {
    readonly experts: number;
    readonly topK: number;
    readonly intermediate: number;
    /** Layers that have experts. @default - all */
    readonly layers?: number;
  };
  readonly vocab: number;
  readonly tiedEmbeddings: boolean;
  readonly maxContext: number;
  /** Number format of the weights. @default bf16 */
  readonly publishedDtype?: OneOf<'bf16' | 'fp16' | 'fp8' | 'mxfp4' | 'nvfp4' | 'int4' | 'int8'>;
  /** GiB of the weight files. */
  readonly checkpointGiB: number;
  /** @default - private */
  readonly licence?: string;
}

/** Facts a team knows and the kit cannot: private models, its own prices, capacity it holds. */
export interface CatalogSpec {
  readonly models?: readonly PrivateModelRow[];
  readonly instances?: readonly InstanceRow[];
  readonly prices?: readonly InstancePriceRow[];
  readonly tokenPrices?: readonly TokenPriceRow[];
  readonly reserved?: readonly ReservedCapacityRow[];
}
