/**
 * What serves in the second place of an environment before a loss. `none`: nothing, and nothing of it is planned. `zero`: endpoints and
 * their quotas are planned there and nothing runs. `warm`: the same endpoints run there; the plan has their price.
 */
export type StandbyServing = 'none' | 'zero' | 'warm';

/**
 * A second region. New objects of the artifact bucket and of the bucket of documents are replicated to buckets there. What is not
 * replicated is in the plan, with the reason.
 */
export interface AwsStandby {
  /** Another region, for example `eu-west-1`. */
  readonly region: string;
  /**
   * ARN of a versioned bucket of the account in that region, which gets the artifacts; with `keyArn`. Documents are not replicated then.
   * @default - the kit creates buckets and a key in that region
   */
  readonly bucketArn?: string;
  /** ARN of a key of the account in that region, which encrypts what arrives; with `bucketArn`. @default - the kit creates a key */
  readonly keyArn?: string;
  /**
   * `ours` where the replication of images belongs to this environment alone. ECR has one replication configuration for each account and
   * region, and the kit's replaces what is there. @default - the kit writes none, and the plan has the rule for its owner
   */
  readonly registryReplication?: 'ours';
  /** @default 'none' */
  readonly serving?: StandbyServing;
}

/** A second location, to which images, models and blobs are replicated. What is not replicated is in the plan, with the reason. */
export interface AzureStandby {
  /** Another location, for example `germanywestcentral`. */
  readonly location: string;
  /** @default 'none' */
  readonly serving?: StandbyServing;
}
