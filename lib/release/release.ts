/** What is known of a set of files: every path, size and hash is in the digest. */
export interface SealedFiles {
  /** `sha256:` of the canonical list of files. */
  readonly digest: string;
  readonly files: number;
  readonly bytes: number;
}

/** What runs in one environment. */
export interface SealedEnvironment {
  /** Digest of the decided values of the plan, without their reasons. */
  readonly plan: string;
  /** Digest of the resources of both clouds: what an approval of this environment binds to. */
  readonly graph: string;
  /** Digest of the resources of each stack of AWS and stage of Azure, by `<cloud>/<unit>`. */
  readonly units: Readonly<Record<string, string>>;
  /** Digest of each image, by the id of its asset. */
  readonly images: Readonly<Record<string, string>>;
}

/** A model by what names its content. */
export type SealedModel =
  | { readonly kind: 'open-weights'; readonly id: string; readonly revision: string }
  | { readonly kind: 'bedrock'; readonly id: string }
  | { readonly kind: 'azure-openai'; readonly id: string; readonly version: string };

/**
 * One tested whole: everything that runs, by digest, revision or version. It names no time, no label and nobody, so that the
 * same content has the same id everywhere.
 */
export interface Release {
  readonly schema: 'llmops-kit/release/v1';
  readonly platform: string;
  /** Version of the kit that declares the resources. */
  readonly kit: string;
  readonly source: {
    /** Full hash of the commit. */
    readonly commit: string;
    /** Digest of the lockfile of the packages. */
    readonly lockfile: string;
  };
  readonly models: Readonly<Record<string, SealedModel>>;
  /** Documents of each knowledge base. */
  readonly documents: Readonly<Record<string, SealedFiles>>;
  readonly environments: Readonly<Record<string, SealedEnvironment>>;
}
