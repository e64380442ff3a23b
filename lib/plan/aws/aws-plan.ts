import type { AmountDecision, Decision } from '../decision';
import type {
  EndpointCostPlan,
  EndpointEnergyPlan,
  EndpointPerformance,
  FailoverPlan,
  QuotaNeed,
  ScheduledMinimum,
} from '../endpoint/endpoint-plan';
import type { GivenNeed } from '../given-need';
import type { DataRetention } from '../retention';
import type { AwsStandbyPlan } from './standby-plan';

/** The six AWS stacks of an environment, in deployment order. */
export type AwsStackName = 'foundation' | 'integration' | 'knowledge' | 'deployment' | 'tuning' | 'observability';

/**
 * Values that one stack hands to others, published as SSM parameters under the environment's prefix. Families with one
 * parameter for each endpoint or knowledge base end with its key.
 */
export type AwsParameterName =
  | 'foundation/alarm-topic-arn'
  | 'foundation/vpc-id'
  | 'foundation/private-subnet-ids'
  | 'foundation/workload-security-group-id'
  | 'foundation/key-arn'
  | 'integration/artifact-bucket-arn'
  | 'integration/repository-uri'
  | 'integration/release-table-name'
  | `integration/model-package-group-arn/${string}`
  | `knowledge/knowledge-base-id/${string}`
  | `knowledge/data-source-id/${string}`
  | `deployment/endpoint-name/${string}`
  /** In the second region. */
  | `standby/${'artifact-bucket-arn' | 'documents-bucket-arn' | 'key-arn' | 'repository-uri'}`;

/** A value that one stack publishes and others read. */
export interface HandOff {
  readonly name: AwsParameterName;
  /** `standby` publishes in the second region. */
  readonly producer: AwsStackName | 'standby';
  /** Empty when only applications outside this kit read it. */
  readonly consumers: readonly AwsStackName[];
}

/** Private endpoints that the kit creates, and the zones of a network. */
interface AwsNetworkEndpoints {
  readonly availabilityZones: Decision<readonly string[]>;
  /** Service names without the regional prefix, for example `sagemaker.runtime`. */
  readonly interfaceEndpoints: Decision<readonly string[]>;
  readonly gatewayEndpoints: Decision<readonly ('s3' | 'dynamodb')[]>;
  /** Actions that endpoints of further services allow, by service. Absent when the config names none. */
  readonly endpointActions?: Decision<Readonly<Record<string, readonly string[]>>>;
  /** US dollars a month for the interface endpoints. Absent where their price is unknown. */
  readonly usdPerMonth?: AmountDecision;
}

/** A VPC that the kit creates. */
export interface AwsOwnNetworkPlan extends AwsNetworkEndpoints {
  readonly cidr: Decision<string>;
  readonly flowLogRetentionDays: Decision<number>;
  /** Bucket of the company that gets the flow logs. Absent where they go to a log group of the kit. */
  readonly flowLogBucketArn?: Decision<string>;
}

/** A VPC of the company: the kit creates endpoints and a security group in it at most. */
export interface AwsGivenNetworkPlan extends AwsNetworkEndpoints {
  readonly vpcId: Decision<string>;
  readonly subnetIds: Decision<readonly string[]>;
  /** Absent where the kit creates the security group of models and jobs. */
  readonly securityGroupId?: Decision<string>;
  /** Route tables of the gateway endpoints that the kit creates. */
  readonly routeTableIds: Decision<readonly string[]>;
  /** Services that the subnets must reach already: what the platform needs and the kit does not create. */
  readonly existingEndpoints: Decision<readonly string[]>;
}

/** The monthly budget of the account. */
export interface AwsBudgetPlan {
  readonly budgetName: Decision<string>;
  /** In US dollars. */
  readonly amountPerMonth: Decision<number>;
  readonly email: Decision<string>;
  /** Percent of the amount at which a message is sent. */
  readonly notifyAtPercent: Decision<readonly number[]>;
}

/** A key that the kit creates. */
export interface AwsOwnKeyPlan {
  readonly keyAlias: Decision<string>;
  readonly rotationDays: Decision<number>;
}

/** A key of the company. */
export interface AwsGivenKeyPlan {
  readonly keyArn: Decision<string>;
  /** Statements that the policy of the key needs: nothing looks it up. */
  readonly keyPolicy: Decision<readonly KeyPolicyStatement[]>;
}

/** A statement of a key policy, in the grammar of IAM. `*` is the key itself. */
export interface KeyPolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: { readonly Service: string } | { readonly AWS: readonly string[] };
  readonly Action: readonly string[];
  readonly Resource: '*';
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** The foundation stack: network, encryption, logs and federation. */
export interface AwsFoundationPlan {
  readonly network: AwsOwnNetworkPlan | AwsGivenNetworkPlan;
  readonly encryption: AwsOwnKeyPlan | AwsGivenKeyPlan;
  readonly logs: {
    /** Log group of the platform's applications. */
    readonly groupName: Decision<string>;
    /** Absent where the kit creates the group. */
    readonly existing?: Decision<true>;
    readonly retentionDays: Decision<number>;
  };
  /** Absent where the config has none. */
  readonly budget?: AwsBudgetPlan;
  /** Absent when the platform has no pipeline. */
  readonly federation?: {
    /** An account has one identity provider per issuer: its first environment creates it, unless it exists. */
    readonly provider: Decision<'create' | 'import'>;
    readonly issuer: Decision<string>;
    readonly audience: Decision<string>;
    /** Exact `sub` claims that may assume the role. */
    readonly subjects: Decision<readonly string[]>;
    readonly roleName: Decision<string>;
    /** Names of the CDK bootstrap roles of this account that the pipeline may assume. */
    readonly assumableRoleNames: Decision<readonly string[]>;
  };
}

/** A job that brings the weights of one revision into the artifact bucket. */
export interface AwsWeightsImportPlan {
  readonly projectName: Decision<string>;
  /** Id on the hub. */
  readonly repository: Decision<string>;
  /** Commit. */
  readonly revision: Decision<string>;
  /** Prefix in the artifact bucket, with a final slash. */
  readonly prefix: Decision<string>;
  /** Address of the hub, without a final slash. */
  readonly hub: Decision<string>;
  /** Name of the secret with the token of a gated repository. Absent for a public one. */
  readonly tokenSecret?: Decision<string>;
  /** Whether the job stops unless it is started with the hash of the list whose signature was checked. */
  readonly signature: Decision<'none' | 'required'>;
  readonly usdPerMinute: Decision<number>;
}

/** A pull-through cache of one public registry. */
export interface AwsImageCachePlan {
  /** What the names of its repositories begin with. */
  readonly repositoryPrefix: Decision<string>;
  /** Host of the registry. */
  readonly upstream: Decision<string>;
}

/** The integration stack: artifacts, images, releases and model versions. */
export interface AwsIntegrationPlan {
  readonly artifactBucketName: Decision<string>;
  readonly repositoryName: Decision<string>;
  /** Absent where the kit creates the repository. */
  readonly existingRepository?: Decision<true>;
  /** Days after its push that an image without a tag is deleted. */
  readonly untaggedImageDays: Decision<number>;
  readonly releaseTableName: Decision<string>;
  /** Other accounts that read artifacts, images and model versions of this environment. */
  readonly consumerAccounts: Decision<readonly string[]>;
  /** Prefixes of the artifact bucket that they read. */
  readonly sharedPrefixes: Decision<readonly string[]>;
  /** Jobs that bring weights, by model. Absent where the config has none imported by a job. */
  readonly imports?: Readonly<Record<string, AwsWeightsImportPlan>>;
  /** Caches of public registries, by a short name of the registry. Absent where no endpoint pulls through one. */
  readonly imageCaches?: Readonly<Record<string, AwsImageCachePlan>>;
  readonly modelPackageGroups: Readonly<
    Record<
      string,
      {
        readonly groupName: Decision<string>;
        readonly description: Decision<string>;
        /** Accounts of the environments promoted from this one: they may read and deploy the versions. */
        readonly consumerAccounts: Decision<readonly string[]>;
      }
    >
  >;
}

/** Chunking in Bedrock's terms. */
export type ChunkingPlan =
  | { readonly kind: 'fixed'; readonly maxTokens: number; readonly overlapPercentage: number }
  | { readonly kind: 'none' };

/** When EventBridge Scheduler starts work. */
export interface SchedulePlan {
  /** `rate(…)` or `cron(…)` with six fields. */
  readonly expression: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** A Bedrock knowledge base on S3 Vectors. */
export interface AwsKnowledgeBasePlan {
  readonly name: Decision<string>;
  readonly sourceBucketName: Decision<string>;
  readonly prefix: Decision<string>;
  readonly vectorBucketName: Decision<string>;
  readonly indexName: Decision<string>;
  readonly dimension: Decision<number>;
  readonly distanceMetric: Decision<'cosine' | 'euclidean'>;
  /** Metadata keys of Bedrock that must not be filterable: S3 Vectors limits filterable metadata to 2 KB. */
  readonly nonFilterableMetadataKeys: Decision<readonly string[]>;
  /** Foundation-model id of the embedding model. */
  readonly embeddingModelId: Decision<string>;
  readonly chunking: Decision<ChunkingPlan>;
  /** When changed documents are ingested. Absent where nothing starts it. */
  readonly ingestionSchedule?: Decision<SchedulePlan>;
}

/** Bounds between which an endpoint scales: whole instances, or copies of a model that can scale to zero. */
export type AwsCapacityPlan =
  | { readonly kind: 'instances'; readonly minInstances: number; readonly maxInstances: number }
  | {
      readonly kind: 'copies';
      readonly minCopies: 0;
      readonly maxCopies: number;
      readonly acceleratorsPerCopy: number;
      readonly minMemoryMiB: number;
    };

/** How a new version takes over from the old one. */
export type AwsRolloutPlan =
  /** `waitSeconds`: how long the old fleet stays, for a rollback. @default - it is deleted at once */
  | { readonly kind: 'all-at-once'; readonly waitSeconds?: number }
  | { readonly kind: 'rolling'; readonly batchPercent: number; readonly waitSeconds: number }
  | { readonly kind: 'canary'; readonly canaryPercent: number; readonly waitSeconds: number };

/** Whether a customer key may be set: SageMaker refuses one on instance types with local NVMe. */
export type VolumeEncryption = 'customer-key' | 'instance-store-hardware';

/** A SageMaker endpoint that serves open weights. */
export interface AwsEndpointPlan {
  readonly endpointName: Decision<string>;
  readonly placement: Decision<'sagemaker'>;
  readonly instanceType: Decision<string>;
  readonly capacity: Decision<AwsCapacityPlan>;
  /** Requests in flight per instance or copy that autoscaling aims at. */
  readonly targetConcurrency: Decision<number>;
  readonly imageUri: Decision<string>;
  /** Image of AWS that is copied to `imageUri` by digest. Absent where AWS's registry itself is pulled from. */
  readonly imageCopiedFrom?: Decision<string>;
  /** Public image that the first pull of `imageUri` fetches into the cache. Absent where no cache is pulled through. */
  readonly imageCachedFrom?: Decision<string>;
  /** Container environment: the serving engine's arguments. */
  readonly environment: Decision<Readonly<Record<string, string>>>;
  readonly inferenceAmiVersion: Decision<string>;
  /** `s3://…/` prefix of the uncompressed weights. */
  readonly modelDataUri: Decision<string>;
  /** Key of a bucket of weights that is not the environment's. Absent in its own bucket. */
  readonly modelDataKeyArn?: Decision<string>;
  readonly startupHealthCheckTimeoutSeconds: Decision<number>;
  readonly modelDataDownloadTimeoutSeconds: Decision<number>;
  readonly volumeEncryption: Decision<VolumeEncryption>;
  readonly rollout: Decision<AwsRolloutPlan>;
  /** Whether alarms roll an update back. Absent where nobody waived it: they do. */
  readonly rollbackOnAlarms?: Decision<boolean>;
  readonly alarms: {
    /** Milliseconds, 99th percentile of model latency. */
    readonly latencyP99Ms: Decision<number>;
    /** Share of requests answered 5xx, in percent. */
    readonly errorPercent: Decision<number>;
  };
  /** At the planned peak. Absent from a plan written by hand. */
  readonly performance?: Decision<EndpointPerformance>;
  /** Absent when the catalogue does not name the quota. */
  readonly quota?: Decision<QuotaNeed>;
  /** Changes of the minimum over the day. Absent when it never changes. */
  readonly scheduledActions?: Decision<readonly ScheduledMinimum[]>;
  /** US dollars a month for instances at the planned load. */
  readonly usdPerMonth: AmountDecision;
  readonly cost: EndpointCostPlan;
  readonly energy?: EndpointEnergyPlan;
  /** Absent where the clouds do not share the endpoint. */
  readonly failover?: FailoverPlan;
}

/** A model of Amazon Bedrock, and what a caller must be allowed. */
export interface AwsManagedModelPlan {
  /** Id to call: of the model, or of an inference profile. */
  readonly invokeId: Decision<string>;
  readonly inference: Decision<'in-region' | 'geographic' | 'global'>;
  /** Regions that process tokens; absent where it can be any region of AWS. */
  readonly regions?: Decision<readonly string[]>;
  /** Resources of `bedrock:InvokeModel`: the profile, and the model in every region of the profile. */
  readonly invokeArns: Decision<readonly string[]>;
}

/** A SageMaker pipeline that trains and registers a candidate. */
export interface AwsTuningJobPlan {
  readonly pipelineName: Decision<string>;
  readonly instanceType: Decision<string>;
  readonly instanceCount: Decision<number>;
  readonly volumeGiB: Decision<number>;
  readonly volumeEncryption: Decision<VolumeEncryption>;
  readonly maxRuntimeSeconds: Decision<number>;
  readonly imageUri: Decision<string>;
  readonly hyperparameters: Decision<Readonly<Record<string, string>>>;
  /** Prefixes in the artifact bucket. */
  readonly dataPrefix: Decision<string>;
  readonly outputPrefix: Decision<string>;
  readonly baseModelUri: Decision<string>;
  /** Key of a bucket of base weights that is not the environment's. Absent in its own bucket. */
  readonly baseModelKeyArn?: Decision<string>;
  /** Key of the model package group the candidate is registered in; absent when the model has no registry. */
  readonly modelPackageGroup?: Decision<string>;
  /** When the job is started. Absent where nothing starts it. */
  readonly schedule?: Decision<SchedulePlan>;
}

/** The observability stack: dashboard and alarms. */
export interface AwsObservabilityPlan {
  readonly dashboardName: Decision<string>;
  /** E-mail address the alarm topic is subscribed with. */
  readonly alarmContact: Decision<string>;
  /** Topic of the company that alarms notify. Absent where the kit creates one. */
  readonly alarmTopicArn?: Decision<string>;
  /** Receivers of the kit's topic beside the mail, by name. Absent without any. */
  readonly alarmWebhooks?: Decision<Readonly<Record<string, { readonly secretArn: string; readonly key?: string }>>>;
  /** Channels of Microsoft Teams that get alarms, by name. Absent without any. */
  readonly alarmTeams?: Readonly<Record<string, AwsTeamsChannelPlan>>;
}

/** A channel of Microsoft Teams. */
export interface AwsTeamsChannelPlan {
  /** Name of the configuration in Amazon Q Developer in chat applications. */
  readonly configurationName: Decision<string>;
  readonly tenantId: Decision<string>;
  readonly teamId: Decision<string>;
  readonly channelId: Decision<string>;
}

/** What holds for every role that the kit makes. */
export interface AwsRolesPlan {
  /** ARN of the policy that limits what a role may do. */
  readonly permissionsBoundary?: Decision<string>;
  /** Path of the roles, with slashes at both ends. */
  readonly path?: Decision<string>;
}

/** Everything decided about an environment on AWS. */
export interface AwsPlan {
  readonly account: Decision<string>;
  readonly region: Decision<string>;
  readonly stackNames: Readonly<Record<AwsStackName, Decision<string>>>;
  /** `/llmops/<platform>/<environment>` */
  readonly parameterPrefix: Decision<string>;
  /** Every parameter of the environment, with the stack that publishes it and those that read it. */
  readonly handOffs: Decision<readonly HandOff[]>;
  readonly dataRetention: Decision<DataRetention>;
  readonly terminationProtection: Decision<boolean>;
  /** Qualifier of the CDK bootstrap stack that deploys the stacks. */
  readonly bootstrapQualifier: Decision<string>;
  /** What holds for every role. Absent where the config says nothing. */
  readonly roles?: AwsRolesPlan;
  /** Absent without a second region. */
  readonly standby?: AwsStandbyPlan;
  /** What the given resources of the company must have or allow. Absent where nothing is given. */
  readonly givenNeeds?: Decision<readonly GivenNeed[]>;
  readonly foundation: AwsFoundationPlan;
  readonly integration: AwsIntegrationPlan;
  readonly knowledge: { readonly bases: Readonly<Record<string, AwsKnowledgeBasePlan>> };
  readonly deployment: {
    readonly endpoints: Readonly<Record<string, AwsEndpointPlan>>;
    /** Bedrock models by their keys. @default - the platform has none */
    readonly models?: Readonly<Record<string, AwsManagedModelPlan>>;
  };
  readonly tuning: { readonly jobs: Readonly<Record<string, AwsTuningJobPlan>> };
  readonly observability: AwsObservabilityPlan;
}
