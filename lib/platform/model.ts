/** Weights you host yourself: the id and revision of a public repository and where the copied files lie. */
export interface OpenWeightsModel {
  readonly kind: 'open-weights';
  /** Repository id, for example `Qwen/Qwen3-32B`. */
  readonly id: string;
  /** Full commit hash of the weights: 40 hexadecimal digits. A branch name is not a version. */
  readonly revision: string;
  /** Where the files of that revision were copied to. */
  readonly artifact?: {
    /** `s3://bucket/prefix/` @default - `models/<id>/<revision>/` in the platform's artifact bucket */
    readonly s3Uri?: string;
    /** `azureml://registries/…` @default - the model of that revision in the platform's ML registry */
    readonly azureModelUri?: string;
  };
}

/** A model Amazon Bedrock serves per token. */
export interface BedrockModel {
  readonly kind: 'bedrock';
  /** Foundation-model id with its version, for example `amazon.titan-embed-text-v2:0`. */
  readonly id: string;
  /** Length of the vectors of an embedding model. @default - the model's own default */
  readonly dimensions?: number;
}

/** A model Azure OpenAI serves from a deployment in your account. */
export interface AzureOpenAiModel {
  readonly kind: 'azure-openai';
  /** Model name, for example `gpt-4.1`. */
  readonly id: string;
  /** Model version, for example `2025-04-14`; pinned, because an automatic upgrade is an unreviewed release. */
  readonly version: string;
  /** Throughput of the deployment in thousands of tokens per minute. @default - 50 */
  readonly capacityKTpm?: number;
  /** Where tokens may be processed. @default - `DataZoneStandard` when a residency is set, else `GlobalStandard` */
  readonly sku?: 'Standard' | 'DataZoneStandard' | 'GlobalStandard';
}

export type ModelSpec = OpenWeightsModel | BedrockModel | AzureOpenAiModel;

/** Declares open weights at one revision. */
export function openWeights(id: string, options: Omit<OpenWeightsModel, 'kind' | 'id'>): OpenWeightsModel {
  return { kind: 'open-weights', id, ...options };
}

/** Declares a Bedrock foundation model. */
export function bedrock(id: string, options: Omit<BedrockModel, 'kind' | 'id'> = {}): BedrockModel {
  return { kind: 'bedrock', id, ...options };
}

/** Declares an Azure OpenAI model at one version. */
export function azureOpenAi(id: string, options: Omit<AzureOpenAiModel, 'kind' | 'id'>): AzureOpenAiModel {
  return { kind: 'azure-openai', id, ...options };
}
