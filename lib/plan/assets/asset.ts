import type { Cloud, SignedByIdentity, SignedByKey } from '../../platform';
import type { AwsStackName } from '../aws/aws-plan';
import type { AzureStageName } from '../azure/azure-plan';
import type { Decision } from '../decision';

/** What must be somewhere before something that needs it runs. */
export type AssetKind = 'weights' | 'image' | 'documents' | 'index';

/** A unit of a deployment: a stack of AWS or a stage of Azure. Which, the cloud of the asset says. */
export type AssetUnit = AwsStackName | AzureStageName;

/** Where an asset comes from. */
export type AssetSource =
  /** A revision of a repository of the Hugging Face hub. */
  | { readonly kind: 'hub'; readonly repository: string; readonly revision: string }
  /** An image of another registry, `registry/repository@sha256:…`. */
  | { readonly kind: 'registry'; readonly image: string }
  /** A folder on disk, relative to the config. */
  | { readonly kind: 'folder'; readonly path: string }
  /** Another asset of the plan, of which this one is made. */
  | { readonly kind: 'asset'; readonly id: string }
  /** Somebody else makes it, and the config does not say from what. */
  | { readonly kind: 'yours' };

/** Where an asset must be. */
export type AssetDestination =
  /** Objects below a prefix. `prefix` ends with a slash, or is empty for a whole bucket. */
  | { readonly kind: 's3-prefix'; readonly bucket: string; readonly prefix: string }
  /** A repository of ECR, by digest. */
  | {
      readonly kind: 'ecr-image';
      readonly account: string;
      readonly region: string;
      readonly repository: string;
      readonly digest: string;
    }
  /** An index of S3 Vectors. */
  | { readonly kind: 's3-vectors-index'; readonly bucket: string; readonly index: string }
  /** A version of a model in an ML registry. */
  | { readonly kind: 'ml-model'; readonly registry: string; readonly name: string; readonly version: string }
  /** A repository of a container registry of Azure, by digest. */
  | { readonly kind: 'acr-image'; readonly registry: string; readonly repository: string; readonly digest: string }
  /** Blobs below a prefix. */
  | { readonly kind: 'blob-prefix'; readonly account: string; readonly container: string; readonly prefix: string }
  /** The indexes of a search service. */
  | { readonly kind: 'search-service'; readonly service: string };

/**
 * Who brings an asset: `push` the command `llmops assets push`, `job` an import job in the account, which that command starts,
 * `cache` the first pull through a pull-through cache or a cache rule, `provider` whoever runs the registry or hub (it is there already
 * and only looked for), `ingestion` a job that is started once its documents are there, `you` a person or another system.
 */
export type AssetBringer = 'push' | 'job' | 'cache' | 'provider' | 'ingestion' | 'you';

/** Who must have signed the files of a model: nobody, and then only the hashes of the import hold them; or whom the config trusts. */
export type AssetSignature =
  | { readonly kind: 'unsigned' }
  | ({ readonly kind: 'key' } & SignedByKey)
  | ({ readonly kind: 'identity' } & SignedByIdentity);

/** One thing that must be somewhere: weights, an image, documents or an index. */
export interface Asset {
  /** `<cloud>/<kind>/<key>`, unique in an environment and stable while the key is. */
  readonly id: string;
  readonly kind: AssetKind;
  readonly cloud: Cloud;
  /** Paths in the plan of what uses it, for example `aws.deployment.endpoints.chat`. */
  readonly usedBy: Decision<readonly string[]>;
  readonly source: Decision<AssetSource>;
  readonly destination: Decision<AssetDestination>;
  /** Destination as the service writes it, for example `s3://bucket/prefix/`. */
  readonly uri: Decision<string>;
  /** The unit that creates the destination: it is deployed before the asset can be brought. Absent where it exists before. */
  readonly after?: Decision<AssetUnit>;
  /** Units that cannot be deployed before it is there. Empty where it is needed only by what runs afterwards. */
  readonly neededBy: Decision<readonly AssetUnit[]>;
  readonly bringer: Decision<AssetBringer>;
  /** Name of the import job. Absent where no job brings it. */
  readonly job?: Decision<string>;
  /** What is checked of it where, and what is not. Absent where its digest or its owner says everything. */
  readonly checks?: Decision<readonly string[]>;
  /** Tags that its destination must carry. Absent where it needs none. */
  readonly tags?: Decision<Readonly<Record<string, string>>>;
  /** Bytes. Absent where nothing says how large it is. */
  readonly bytes?: Decision<number>;
  /** Absent for what is no file of a model. */
  readonly signature?: Decision<AssetSignature>;
}
