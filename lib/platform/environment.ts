/** How much an environment may lose: development is cheap and deletable, production is retained and redundant. */
export type Tier = 'development' | 'staging' | 'production';

/** Clouds a platform may run on. */
export type Cloud = 'aws' | 'azure';

/** Where an environment lives on AWS. */
export interface AwsTarget {
  /** Twelve-digit account id. */
  readonly account: string;
  /** Region code, for example `eu-central-1`. */
  readonly region: string;
  /** Address range of the environment's VPC, /16 to /22; must not overlap any other range of the platform. */
  readonly cidr: string;
  /**
   * What the account may run, by quota code (`L-9614C779`) or name (`ml.g5.xlarge for endpoint usage`): instances of
   * SageMaker, vCPUs of EC2. 0 means none. @default - unknown, which forbids nothing
   */
  readonly quotas?: Readonly<Record<string, number>>;
}

/** Where an environment lives on Azure. */
export interface AzureTarget {
  /** Microsoft Entra tenant id (UUID). */
  readonly tenant: string;
  /** Subscription id (UUID). */
  readonly subscription: string;
  /** Location name, for example `swedencentral`. */
  readonly location: string;
  /** Address range of the environment's virtual network, /16 to /22; must not overlap any other range of the platform. */
  readonly cidr: string;
  /**
   * vCPUs the subscription may run in the location, by the family's quota (`StandardNCadsH100v5Family`): the one of Azure
   * Machine Learning, which is not that of virtual machines. 0 means none. @default - unknown, which forbids nothing
   */
  readonly quotas?: Readonly<Record<string, number>>;
}

/** A condition a release meets before it enters the environment that names it. */
export type GateSpec =
  /** Named people or teams agree. */
  | { readonly kind: 'approval'; readonly by: readonly string[] }
  /** The release ran unchanged in the previous environment for this long. */
  | { readonly kind: 'soak'; readonly hours: number };

/** Letting releases in without a gate is a choice that shows in review. */
export interface GatesWaived {
  readonly waived: true;
  readonly reason: string;
}

/** One environment of the platform. At least one cloud target is required. */
export interface EnvironmentSpec {
  readonly tier: Tier;
  /** @default - releases are made here, none is promoted into it */
  readonly promotesFrom?: string;
  /** Required with `promotesFrom`. */
  readonly gates?: readonly GateSpec[] | GatesWaived;
  readonly aws?: AwsTarget;
  readonly azure?: AzureTarget;
}
