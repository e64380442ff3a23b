import type { AcceptSpec } from './accept';
import type { CatalogSpec } from './catalog-spec';
import type { EndpointSpec } from './endpoint';
import type { EnvironmentSpec } from './environment';
import type { KnowledgeSpec } from './knowledge';
import type { ModelSpec } from './model';
import type { TuningSpec } from './tuning';

/** Who owns the platform. The fields become tags on every resource of both clouds. */
export interface OwnerSpec {
  /** Name of the team: 1 to 256 letters, digits, spaces or `_ . : / = + - @`. */
  readonly team: string;
  /** Cost center that the bill is allocated to, in the same characters. */
  readonly costCenter: string;
  /** E-mail address that receives alarms. */
  readonly contact: string;
}

/** The CI system that deploys. It authenticates by OpenID Connect, without long-lived keys. */
export interface PipelineSpec {
  /** GitHub Actions. */
  readonly kind: 'github';
  /** `organisation/repository`, or with the ids of both: `organisation@1/repository@2`. */
  readonly repository: string;
  /**
   * Numeric id of the organisation. With `repositoryId` it is part of the trusted subject, which GitHub sends for
   * repositories created, renamed or transferred after 2026-07-15, and for those that opted in.
   * `gh api repos/<organisation>/<repository> --jq '{ownerId: .owner.id, repositoryId: .id}'` prints both.
   *
   * @default - names only, with a warning: whoever gets the names next could deploy
   */
  readonly ownerId?: number;
  /** Numeric id of the repository. Required with `ownerId`. @default - names only */
  readonly repositoryId?: number;
  /** Branch whose workflow may deploy. @default - main */
  readonly branch?: string;
}

/** Where model versions are recorded. */
export interface RegistrySpec {
  /** Keys in `models` of the open-weights models whose versions are recorded. */
  readonly models: readonly string[];
}

/** How long logs are kept. */
export interface LogsSpec {
  /** Days, one of the retention steps of CloudWatch Logs. @default - by tier: 30, 90 or 365 */
  readonly retentionDays?: number;
}

/** What a team writes about its platform, once for both clouds and all environments. */
export interface PlatformSpec {
  /** First part of every physical name: at most 32 lower-case letters, digits and hyphens. */
  readonly name: string;
  /**
   * Put before `name` in every physical name: 2 to 8 lower-case letters and digits. Where a service allows a short name only, the end of
   * `name` is cut. Another prefix renames, and so replaces, every resource that has a name. @default - none
   */
  readonly namePrefix?: string;
  readonly owner: OwnerSpec;
  /**
   * More tags of every resource, beside those of owner, environment and data class: at most 128 characters for a key and 256 for a value. On
   * Azure a key begins with a letter and has letters, digits and `- _ .` only, because private DNS zones drop others.
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
  /** Classification of the data that the platform processes. It becomes a tag. */
  readonly dataClass: 'public' | 'internal' | 'confidential' | 'restricted';
  /** Where data may be stored and processed. @default - anywhere */
  readonly residency?: 'eu' | 'us';
  /** Environments by key, for example `dev`. At least one. */
  readonly environments: Readonly<Record<string, EnvironmentSpec>>;
  /** Models by key. Endpoints, knowledge bases, the registry and tuning jobs refer to these keys. */
  readonly models: Readonly<Record<string, ModelSpec>>;
  /** Inference endpoints by key. @default - none */
  readonly endpoints?: Readonly<Record<string, EndpointSpec>>;
  /** Knowledge bases by key. @default - none */
  readonly knowledge?: Readonly<Record<string, KnowledgeSpec>>;
  /** @default - no model versions are recorded */
  readonly registry?: RegistrySpec;
  /** Tuning jobs by key. @default - none */
  readonly tuning?: Readonly<Record<string, TuningSpec>>;
  /** @default - no CI system is federated */
  readonly pipeline?: PipelineSpec;
  /** @default - the retention of the tier */
  readonly logs?: LogsSpec;
  /** Concerns and findings of reviews that somebody has accepted. @default - none */
  readonly accept?: readonly AcceptSpec[];
  /** Rows that are added to the catalogue of the kit. @default - none */
  readonly catalog?: CatalogSpec;
}

/**
 * Gives a platform its type where it is written, so that an editor completes and checks it.
 *
 * @example
 * export default definePlatform({ name: 'assistant', owner, dataClass: 'internal', environments, models });
 */
export function definePlatform(spec: PlatformSpec): PlatformSpec {
  return spec;
}
