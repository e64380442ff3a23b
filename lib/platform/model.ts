/** Weights that you host: the id and revision of a public repository, and the location of the copied files. */
export interface OpenWeightsModel {
  readonly kind: 'open-weights';
  /** Repository id, for example `Qwen/Qwen3-32B`. */
  readonly id: string;
  /** Full commit hash of the weights: 40 hexadecimal digits. A branch can move, so it is refused. */
  readonly revision: string;
  /** Where the files of the revision were copied to. @default - the locations of the platform */
  readonly artifact?: {
    /** `s3://bucket/prefix/` @default - `models/<id>/<revision>/` in the platform's artifact bucket */
    readonly s3Uri?: string;
    /**
     * ARN of the KMS key of that bucket, where it has one and is not the bucket of the environment: the endpoint's role may
     * decrypt with it. An environment of a platform publishes the ARN of its key as the parameter
     * `/llmops/<platform>/<environment>/foundation/key-arn`. @default - no key of a customer
     */
    readonly s3KeyArn?: string;
    /** `azureml://registries/…` @default - the model of that revision in the platform's ML registry */
    readonly azureModelUri?: string;
  };
  /**
   * The OpenSSF signature of the files and who must have made it: an import without it is refused.
   *
   * @default - unsigned: only the hashes of the import hold the files
   */
  readonly signature?: ModelSignature;
  /** Who copies the files of the revision to the location of the platform. @default - `llmops assets push` */
  readonly import?: {
    readonly aws?: WeightsImport;
  };
}

/** Who copies the files of a revision into the artifact bucket of an environment. */
export type WeightsImport =
  /** The command `llmops assets push`, from the machine where it runs. */
  | { readonly by: 'push' }
  /**
   * A job in the account, which `llmops assets push` starts. Nobody else can write the files then. It takes the published
   * weights from the hub: weights in another number format, and models in another bucket, are not its to bring.
   */
  | {
      readonly by: 'job';
      /** Address of the hub or of a mirror, without a final slash. @default https://huggingface.co */
      readonly hub?: string;
      /**
       * Name of a secret of Secrets Manager whose text is the token of a gated repository. Each environment has one of that
       * name in its own account and region. @default - the repository is public
       */
      readonly tokenSecret?: string;
    };

/** An OpenSSF model signature: a sigstore bundle over the list of all files with their hashes. Paths are relative to the config. */
export type ModelSignature = SignedByKey | SignedByIdentity;

/** A signature by a key. */
export interface SignedByKey {
  /** Signature file on disk. */
  readonly bundle: string;
  /** PEM file of the public key, on the curve P-256, P-384 or P-521. */
  readonly publicKey: string;
}

/** A signature by a certificate that a public or private sigstore instance issued. */
export interface SignedByIdentity {
  /** Signature file on disk. */
  readonly bundle: string;
  /** Subject of the certificate: an e-mail address or the URL of a workflow. */
  readonly identity: string;
  /** URL of the OpenID provider that vouched for it. */
  readonly issuer: string;
  /** Trusted root file of the sigstore instance: nothing is asked over the network. */
  readonly trustedRoot: string;
}

/** A model of Amazon Bedrock, billed per token. */
export interface BedrockModel {
  readonly kind: 'bedrock';
  /** Foundation-model id with its version, for example `amazon.titan-embed-text-v2:0`. */
  readonly id: string;
  /** Length of the vectors of an embedding model. @default - the default of the model */
  readonly dimensions?: number;
  /**
   * Where tokens are processed: in the region of the environment, in its geography, or in any region of AWS. The last two
   * call an inference profile. @default - the narrowest that the region offers; `global` only without a residency
   */
  readonly inference?: 'in-region' | 'geographic' | 'global';
}

/** A model of Azure OpenAI, served from a deployment in your account. */
export interface AzureOpenAiModel {
  readonly kind: 'azure-openai';
  /** Model name, for example `gpt-4.1`. */
  readonly id: string;
  /** Model version, for example `2025-04-14`. It is pinned, because an automatic upgrade is a release without a review. */
  readonly version: string;
  /** Throughput of the deployment in thousands of tokens per minute. @default - 50 */
  readonly capacityKTpm?: number;
  /**
   * Where tokens are processed. @default - with a residency `DataZoneStandard`, or `Standard` where the location has no
   * data zone of the model; otherwise `GlobalStandard`, or the widest that the location has
   */
  readonly sku?: 'Standard' | 'DataZoneStandard' | 'GlobalStandard';
}

/** A model of the platform, by how it is served. */
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
