import type { CatalogSpec } from './catalog-rows';
import type { EndpointSpec } from './endpoint';
import type { EnvironmentSpec } from './environment';
import type { KnowledgeSpec } from './knowledge';
import type { ModelSpec } from './model';
import type { TuningSpec } from './tuning';

/** Who answers for the platform; becomes tags on every resource of both clouds. */
export interface OwnerSpec {
  readonly team: string;
  readonly costCenter: string;
  /** E-mail address that receives alarms and shows in tags. */
  readonly contact: string;
}

/** The CI system that deploys, federated by OpenID Connect: no long-lived key exists. */
export interface PipelineSpec {
  readonly kind: 'github';
  /** `organisation/repository`. */
  readonly repository: string;
  /** @default - main */
  readonly branch?: string;
}

/** Where model versions are recorded. */
export interface RegistrySpec {
  /** Keys into `models` of the open-weights models that get a version history. */
  readonly models: readonly string[];
}

/** How long logs are kept. */
export interface LogsSpec {
  /** Days; one of CloudWatch's retention steps. @default - by tier: 30, 90, 365 */
  readonly retentionDays?: number;
}

/** Everything a team writes about its platform, once for both clouds and all environments. */
export interface PlatformSpec {
  /** Lower-case letters, digits and hyphens; the first part of every name. */
  readonly name: string;
  readonly owner: OwnerSpec;
  readonly dataClass: 'public' | 'internal' | 'confidential' | 'restricted';
  /** Where data may be processed. @default - anywhere */
  readonly residency?: 'eu' | 'us';
  readonly environments: Readonly<Record<string, EnvironmentSpec>>;
  readonly models: Readonly<Record<string, ModelSpec>>;
  readonly endpoints?: Readonly<Record<string, EndpointSpec>>;
  readonly knowledge?: Readonly<Record<string, KnowledgeSpec>>;
  readonly registry?: RegistrySpec;
  readonly tuning?: Readonly<Record<string, TuningSpec>>;
  readonly pipeline?: PipelineSpec;
  readonly logs?: LogsSpec;
  /** Facts of your own beside those the kit ships with. @default - none */
  readonly catalog?: CatalogSpec;
}

/** Types a platform where it is written, so that an editor completes and checks it. */
export function definePlatform(spec: PlatformSpec): PlatformSpec {
  return spec;
}
