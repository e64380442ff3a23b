import type { AwsTeamsChannel, AzureAlertTargets } from './alarm-receivers';
import type { AzureGivenKey } from './given-key';
import type { AwsGivenNetwork, AzureGivenDns, AzureGivenNetwork, AzureHub } from './given-network';
import type { EndpointOverride, ModelOverride } from './override';
import type { AwsStandby, AzureStandby } from './standby';
import type { Tier } from './tier';

export type { Cloud, Tier } from './tier';

/** Account, region and network of an environment on AWS. */
export interface AwsTarget {
  /** Twelve-digit account id. */
  readonly account: string;
  /** Region code, for example `eu-central-1`. */
  readonly region: string;
  /**
   * Address range of the VPC that the kit creates, /16 to /22. It must not overlap another range of the platform. Exactly one of
   * `cidr` and `network` is required. @default - the VPC of `network`
   */
  readonly cidr?: string;
  /** A VPC of the company. @default - the kit creates one with the range `cidr` */
  readonly network?: AwsGivenNetwork;
  /**
   * Quotas of the account, by code (`L-9614C779`) or name (`ml.g5.xlarge for endpoint usage`): instances for SageMaker,
   * vCPUs for EC2. A quota of 0 allows no instance. @default - unknown: no size is refused for its quota
   */
  readonly quotas?: Readonly<Record<string, number>>;
  /**
   * `existing` where the account has an identity provider of GitHub Actions already, made by the company or by another
   * platform. `aws iam list-open-id-connect-providers` shows it; it needs the audience `sts.amazonaws.com`. One
   * environment of an account is enough to say it.
   *
   * @default - the first environment of the account creates the provider, and it is never deleted with it
   */
  readonly identityProvider?: 'existing';
  /**
   * More services that applications in the VPC call, by their name without the regional prefix, with the actions that their
   * endpoint allows: `{ 'ecr.api': ['ecr:GetAuthorizationToken'] }`. The platform's own services are planned without it: naming one adds
   * actions to its endpoint. S3 and DynamoDB have gateway endpoints and need no entry.
   *
   * @default - none
   */
  readonly privateServices?: Readonly<Record<string, readonly string[]>>;
  /**
   * ARN of a key of the account in the region, which encrypts what the kit's own key would. The plan has the statements that its policy
   * needs. @default - the kit creates a key
   */
  readonly encryption?: { readonly keyArn: string };
  /** Where logs go that the kit would keep. @default - log groups of the kit */
  readonly logs?: AwsLogTargets;
  /** Name of an ECR repository of the account in the region, which takes the platform's images. @default - the kit creates one */
  readonly registry?: { readonly repositoryName: string };
  /** Who is told about alarms. @default - the kit creates a topic that mails to `owner.contact` */
  readonly alarms?: AwsAlarmTargets;
  /** A second region, to which weights, documents and images are replicated. @default - none */
  readonly standby?: AwsStandby;
  /** @default - no budget */
  readonly budget?: AwsBudget;
  /**
   * ARN of the policy that limits every role: for example `arn:aws:iam::111111111111:policy/boundary`. The rights of the platform's roles
   * must lie inside of it. @default - none
   */
  readonly permissionsBoundary?: string;
  /** Path of every role, with slashes at both ends: `/platform/`. Another path replaces the roles. @default - `/` */
  readonly rolePath?: string;
  /** Qualifier of the account's CDK bootstrap stack: 1 to 10 letters, digits, `_` or `-`. @default - hnb659fds, as the CDK */
  readonly bootstrapQualifier?: string;
}

/** Subscription, location and network of an environment on Azure. */
export interface AzureTarget {
  /** Microsoft Entra tenant id (UUID). */
  readonly tenant: string;
  /** Subscription id (UUID). */
  readonly subscription: string;
  /** Location name, for example `swedencentral`. */
  readonly location: string;
  /**
   * Address range of the virtual network that the kit creates, /16 to /22. It must not overlap another range of the platform. Exactly one
   * of `cidr` and `network` is required. @default - the network of `network`
   */
  readonly cidr?: string;
  /** A virtual network of the company. @default - the kit creates one with the range `cidr` */
  readonly network?: AzureGivenNetwork;
  /**
   * Where the names of private endpoints are registered. @default - the kit creates the private DNS zones and links them to the network
   */
  readonly dns?: AzureGivenDns;
  /** A hub to which the new network is peered; only with `cidr`. @default - no peering */
  readonly hub?: AzureHub;
  /**
   * A second location, to which images, models and blobs are replicated. The plan has the price of serving there, and what is not
   * replicated. @default - none
   */
  readonly standby?: AzureStandby;
  /** Resource id of a Log Analytics workspace, which gets all logs. @default - the kit creates one */
  readonly logs?: { readonly workspaceId: string };
  /**
   * A key for storage account, container registry, hand-off store and Azure OpenAI account of the environment. A registry takes a key only
   * when it is created. @default - keys of Azure
   */
  readonly encryption?: AzureGivenKey;
  /** Resource id of a key vault for the workspace of Azure Machine Learning. @default - the kit creates one */
  readonly keyVault?: { readonly id: string };
  /** Resource id of a container registry for serving images. @default - the kit creates one */
  readonly registry?: { readonly id: string };
  /** Resource id of a registry of Azure Machine Learning, in the location, for model versions. @default - the kit creates one */
  readonly mlRegistry?: { readonly id: string };
  /** Who is told about alerts, in staging and production. @default - the kit creates an action group that mails to `owner.contact` */
  readonly alerts?: AzureAlertTargets;
  /**
   * vCPU quotas of Azure Machine Learning in the location, by VM family (`StandardNCadsH100v5Family`); they differ from the
   * quotas of virtual machines. Quotas of Azure OpenAI in thousands of tokens a minute, by deployment type and model
   * (`OpenAI.GlobalStandard.gpt-5.1`, as `az cognitiveservices usage list` names them). A quota of 0 allows nothing.
   * @default - unknown: nothing is refused for its quota
   */
  readonly quotas?: Readonly<Record<string, number>>;
  /**
   * Versions of Azure OpenAI that the subscription has deployed, for example `gpt-4o-mini 2024-07-18`: only they can be
   * deployed again while they are deprecated. @default - unknown: a deprecated version is a warning
   */
  readonly deployedModels?: readonly string[];
  /**
   * How often the environment was destroyed and built again. Azure keeps the names of deleted vaults, accounts and
   * workspaces for days: each generation has names of its own. Raise it only after a `destroy`, because another name
   * replaces the resource. @default 1
   */
  readonly generation?: number;
  /** @default - no budget */
  readonly budget?: AzureBudget;
  /**
   * Whether the tenant has a private link for Azure Resource Manager, and every deployment goes through it. The store of
   * the stages' hand-offs then has no public endpoint.
   * @default - false: the store answers identities with a role on its public endpoint too, because Azure Resource Manager
   * cannot reach it otherwise
   */
  readonly resourceManagerPrivateLink?: boolean;
}

/** Where logs of an environment go. */
export interface AwsLogTargets {
  /**
   * Name of a log group of the account in the region, which takes the logs of the platform's applications. It may contain prompts.
   * @default - the kit creates a group
   */
  readonly groupName?: string;
  /**
   * ARN of a bucket, or of a folder in it, which gets the flow logs of the network; only with `cidr`. Its policy must let
   * `delivery.logs.amazonaws.com` write. @default - the kit creates a group
   */
  readonly flowLogBucketArn?: string;
}

/** Who is told about alarms: a topic of the company, or receivers beside the mail to `owner.contact`. */
export interface AwsAlarmTargets {
  /** ARN of an SNS topic in the region. Its policy must let alarms of the account publish. @default - the kit creates one */
  readonly topicArn?: string;
  /**
   * Receivers of the HTTPS messages of SNS, such as PagerDuty, by a name. They confirm the subscription themselves: Microsoft Teams and
   * Slack do not. Not with `topicArn`, whose owner subscribes. @default - none
   */
  readonly webhooks?: Readonly<Record<string, AlarmWebhook>>;
  /** Channels of Microsoft Teams, by a name. Not with `topicArn`, whose owner connects them. @default - none */
  readonly teams?: Readonly<Record<string, AwsTeamsChannel>>;
}

/** The URL of a receiver, which is a secret: whoever has it can send alarms. */
export interface AlarmWebhook {
  /** ARN of the secret of Secrets Manager, in account and region of the environment, that has the URL. Never the URL itself. */
  readonly secretArn: string;
  /** Key of the URL in a secret with several. @default - the secret is the URL */
  readonly key?: string;
}

/**
 * What the account of an environment may cost in a month. Messages go to `owner.contact`; nothing is stopped. The whole account
 * counts: AWS counts by tag only after somebody has activated the tag in the payer account, and shows 0 before.
 */
export interface AwsBudget {
  /** In US dollars. */
  readonly amountPerMonth: number;
}

/** What the resource group of an environment may cost in a month. Messages go to `owner.contact`; nothing is stopped. */
export interface AzureBudget {
  /** In the billing currency of the subscription. */
  readonly amountPerMonth: number;
  /**
   * First month that is counted, `YYYY-MM`. Azure accepts the month of the first deployment and the months after it. It stays
   * as it is afterwards.
   */
  readonly firstMonth: string;
}

/** A condition that a release must meet before it is promoted into the environment. */
export type GateSpec =
  /** One of the named people or teams approves. */
  | { readonly kind: 'approval'; readonly by: readonly string[] }
  /** The release has run unchanged in the previous environment for this number of hours. */
  | { readonly kind: 'soak'; readonly hours: number };

/** A waiver of all gates, which a reviewer sees with its reason. */
export interface GatesWaived {
  readonly waived: true;
  /** Why the environment needs no gate. */
  readonly reason: string;
}

/**
 * A set of review rules, from the smallest to the largest: a pack has the rules of those before it. `baseline`: public, open
 * to everybody, or broken. `production`: what an environment with users needs in addition. `regulated`: what an auditor asks for.
 */
export type RulePack = 'baseline' | 'production' | 'regulated';

/** What `llmops check`, `diff` and `review` ask about an environment. */
export interface ChecksSpec {
  /** @default 'baseline' */
  readonly pack?: RulePack;
}

/** One environment of the platform. At least one cloud target is required. */
export interface EnvironmentSpec {
  /** Decides redundancy, retention and rollout. */
  readonly tier: Tier;
  /** Key of the environment that releases are promoted from. @default - releases are made in this environment */
  readonly promotesFrom?: string;
  /** Required with `promotesFrom`. @default - none */
  readonly gates?: readonly GateSpec[] | GatesWaived;
  /** @default - the retention of logs, by `logs.retentionDays` or the tier */
  readonly dataRetention?: {
    /**
     * Days that logs with prompts and answers are kept: log groups of applications and endpoints on AWS, the whole log workspace on Azure.
     * One of the retention steps of CloudWatch Logs; with an `azure` target from 30 to 730.
     */
    readonly promptsDays: number;
  };
  /**
   * What differs of endpoints in this environment, by their keys: other traffic, other pins, or `false` where it does not have the
   * endpoint. @default - as in `endpoints` of the platform
   */
  readonly endpoints?: Readonly<Record<string, EndpointOverride | false>>;
  /** Capacity of Azure OpenAI models in this environment, by their keys. @default - as in `models` of the platform */
  readonly models?: Readonly<Record<string, ModelOverride>>;
  /** Review rules of this environment. @default - the pack `baseline` */
  readonly checks?: ChecksSpec;
  /** @default - not on AWS */
  readonly aws?: AwsTarget;
  /** @default - not on Azure */
  readonly azure?: AzureTarget;
}
