import type { Decision } from '../decision';
import type { StandbyPlan } from '../standby-plan';

/** A rule of the replication configuration of an ECR registry, as `aws ecr put-replication-configuration` takes it. */
export interface EcrReplicationRule {
  readonly destinations: readonly { readonly region: string; readonly registryId: string }[];
  readonly repositoryFilters: readonly { readonly filter: string; readonly filterType: 'PREFIX_MATCH' }[];
}

/** What the kit creates in the second region. */
export interface AwsStandbyStackPlan {
  readonly stackName: Decision<string>;
  /** A key of the kit. Absent where the company gives one. */
  readonly key?: { readonly keyAlias: Decision<string>; readonly rotationDays: Decision<number> };
  /** Absent where the company gives the bucket. */
  readonly artifactBucketName?: Decision<string>;
  /** Absent where nothing copies documents. */
  readonly documentsBucketName?: Decision<string>;
  /** Where ECR puts copies of images. Absent where the repository is the company's. */
  readonly repository?: { readonly repositoryName: Decision<string>; readonly untaggedImageDays: Decision<number> };
}

/** The second region of an environment. */
export interface AwsStandbyPlan extends StandbyPlan {
  readonly region: Decision<string>;
  /** Bucket that gets copies of artifacts. */
  readonly bucketArn: Decision<string>;
  /** Key of the copies: its ARN, or the ARN of its alias where the kit creates it. */
  readonly keyArn: Decision<string>;
  /** Bucket that gets copies of documents. Absent where nothing copies them. */
  readonly documentsBucketArn?: Decision<string>;
  /** Absent where everything in the region is the company's. */
  readonly stack?: AwsStandbyStackPlan;
  readonly images: {
    /** Whether the kit writes the replication configuration of the registry, of which there is one. */
    readonly replication: Decision<'ours' | 'not-ours'>;
    /** The rule that copies the images of the environment. */
    readonly rule: Decision<EcrReplicationRule>;
  };
}
