/** Source and date of the facts in a row. Rows of the kit have them too. */
export interface RowProvenance {
  /** For example a contract, a price list or the configuration file of a model. */
  readonly source: string;
  /** ISO date on which the facts were true. */
  readonly asOf: string;
  /** @default - none */
  readonly notes?: string;
}

/** One of a few words, or a string from a JSON file, which `resolve` checks. */
export type OneOf<Word extends string> = Word | (string & Record<never, never>);

/** An instance type of a service in a region, with the names of the provider. */
export interface InstanceKey {
  /** Service that bills the instance. */
  readonly service: OneOf<'sagemaker' | 'ec2' | 'azure-ml' | 'azure-vm'>;
  /** SageMaker or EC2 instance type, or Azure VM size. */
  readonly instanceType: string;
  /** AWS region or Azure location. */
  readonly region: string;
}

/** Your price of an instance. It replaces the price of the kit, and means that the region has the type. */
export interface InstancePriceRow extends InstanceKey, RowProvenance {
  /** US dollars an hour. */
  readonly usdPerHour: number;
  /** `published` for a price of the public list, as `llmops catalog refresh` writes it. @default - negotiated */
  readonly priceStatus?: OneOf<'negotiated' | 'published'>;
}

/** Your price of the tokens of a managed model in a region. */
export interface TokenPriceRow extends RowProvenance {
  /** Service that bills the tokens. */
  readonly service: OneOf<'bedrock' | 'azure-openai'>;
  /** Model id as in `models`. */
  readonly id: string;
  /** AWS region or Azure location. */
  readonly region: string;
  /** US dollars for a million tokens of requests. */
  readonly usdPerMillionInputTokens: number;
  /** US dollars for a million tokens of answers; 0 for an embedding model. */
  readonly usdPerMillionOutputTokens: number;
}

/** Instances that you have reserved. They are used before others. */
export interface ReservedCapacityRow extends InstanceKey, RowProvenance {
  /** Number of instances. */
  readonly count: number;
  /** US dollars an hour for each; 0 when the reservation is already paid. */
  readonly usdPerHour: number;
  /** Id or ARN of the reservation. @default - not named in the plan */
  readonly reservation?: string;
  /** ISO date on which the reservation ends. @default - it does not end */
  readonly endsAt?: string;
}

/** An instance type that the catalogue of the kit does not have. */
export interface InstanceRow extends InstanceKey, RowProvenance {
  /** Id of an accelerator in the catalogue, as `llmops catalog show --kind accelerators` lists them, for example `H100-SXM`. */
  readonly accelerator: string;
  /** Accelerators of an instance. */
  readonly acceleratorCount: number;
  /** Fraction of one accelerator, for partitioned sizes. @default 1 */
  readonly acceleratorShare?: number;
  /** Virtual CPUs. */
  readonly vcpu: number;
  /** Memory of the host. */
  readonly memoryGiB: number;
  /** US dollars an hour. @default - unknown: the planner does not choose the type */
  readonly usdPerHour?: number;
  /**
   * Whether the type has local NVMe: SageMaker refuses a customer-managed key for the volume of such a type.
   *
   * @default - as the catalogue says for the family; for an unknown family the plan sets no key and reports it
   */
  readonly localNvme?: boolean;
  /** Quota that the type counts against, with the name of the provider. @default - unknown */
  readonly quota?: string;
}

/** Architecture of a model that is not public, from its `config.json`. */
export interface PrivateModelRow extends RowProvenance {
  /** Repository id as in `models`, for example `example/support-8b`. */
  readonly id: string;
  readonly kind: OneOf<'text-generation' | 'embedding' | 'reranker'>;
  /** Billions of parameters. */
  readonly totalParams: number;
  /** Billions of parameters that process one token. @default - all */
  readonly activeParams?: number;
  /** Billions of them in a vision tower: in memory, and not read for a token of text. @default - none */
  readonly visionParams?: number;
  readonly layers: number;
  /** Length of the hidden state. */
  readonly hidden: number;
  /** Attention heads. */
  readonly heads: number;
  /** Heads of keys and values, at most `heads`. */
  readonly kvHeads: number;
  /** Length of the vector of one head. */
  readonly headDim: number;
  /** Kind of attention. */
  readonly attention: OneOf<'MHA' | 'GQA' | 'MQA' | 'MLA'>;
  /** Layers that attend to the whole context. @default - all */
  readonly fullAttentionLayers?: number;
  /** Tokens that the other layers attend to. @default - every layer attends to the whole context */
  readonly slidingWindow?: number;
  /** Length of a value vector. @default - `headDim` */
  readonly valueDim?: number;
  /** Heads of the layers with a window, where they differ from `kvHeads` and `headDim`. @default - the same heads */
  readonly windowHeads?: { readonly kvHeads: number; readonly headDim: number };
  /** Layers that attend to the tokens that an index chooses. @default - none */
  readonly sparseAttention?: {
    /** Tokens that a token attends to. */
    readonly topTokens: number;
    /** Bytes of the index of one token in one layer. */
    readonly indexBytes: number;
  };
  /** Heads of layers with linear attention. @default - the model has none, or their heads are unknown */
  readonly linearAttention?: { readonly valueHeads: number; readonly keyHeads: number; readonly headDim: number };
  /** Width of a block that shares a scale in fp8 weights. @default - a scale for each tensor or row */
  readonly fp8Block?: number;
  /** Weights that share a scale in int4. @default - 128 */
  readonly int4Group?: number;
  /** Whether the model reads a text once and keeps no KV cache. @default false */
  readonly encoderOnly?: boolean;
  /** Length of the intermediate vector of a dense feed-forward layer. @default - the model has none */
  readonly intermediate?: number;
  /** Mixture of experts. @default - a dense model */
  readonly moe?: {
    readonly experts: number;
    /** Experts that process one token. */
    readonly topK: number;
    /** Length of the intermediate vector of an expert. */
    readonly intermediate: number;
    /** Layers with experts. @default - all */
    readonly layers?: number;
    /** Length of the intermediate vector of the shared experts of a layer together. @default - it has none */
    readonly sharedIntermediate?: number;
  };
  /** Tokens of the vocabulary. */
  readonly vocab: number;
  /** Whether the output uses the weights of the input embedding. */
  readonly tiedEmbeddings: boolean;
  /** Tokens of the longest request and answer that the model was trained on. */
  readonly maxContext: number;
  /** Number format of the weights. @default bf16 */
  readonly publishedDtype?: OneOf<'bf16' | 'fp16' | 'fp8' | 'mxfp4' | 'nvfp4' | 'int4' | 'int8'>;
  /** Size of the weight files. */
  readonly checkpointGiB: number;
  /** @default - private */
  readonly licence?: string;
}

/** A version of a serving engine, or an image of it, that the catalogue of the kit does not have. */
export interface EngineRow extends RowProvenance {
  readonly engine: OneOf<'vllm' | 'sglang' | 'tgi' | 'nim'>;
  /** As in `serving.version`. */
  readonly version: string;
  /** Version in the catalogue of the kit whose arguments and variables this version has. Compare them before you write it. */
  readonly argumentsOf: string;
  /** Image of AWS's Deep Learning Containers. @default - the engine cannot be used on AWS */
  readonly aws?: {
    /** For example `vllm`. */
    readonly repository: string;
    readonly tag: string;
    /** Host image of SageMaker that it is known to start on. @default - the usual one of the CUDA version in the tag */
    readonly inferenceAmiVersion?: string;
  };
  /** Image for Azure Machine Learning, without a tag. @default - the engine cannot be used on Azure */
  readonly azure?: { readonly image: string };
}
