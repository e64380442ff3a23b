import type { AzureServing } from '../../platform';
import type { AmountDecision, Decision } from '../decision';
import type {
  EndpointCostPlan,
  EndpointEnergyPlan,
  EndpointPerformance,
  FailoverPlan,
  QuotaNeed,
} from '../endpoint/endpoint-plan';
import type { GivenNeed } from '../given-need';
import type { DataRetention } from '../retention';
import type { AzureStandbyPlan } from './standby-plan';

/** The four Azure stages of an environment, in deployment order. */
export type AzureStageName = 'initialization' | 'experimentation' | 'evaluation' | 'deployment';

/** A value that only the cloud knows, which one stage publishes for another, or for applications and operators. */
export interface AzureHandOff {
  /** Key below the prefix, for example `initialization/caller-principal-id`. */
  readonly name: string;
  readonly producer: AzureStageName;
  /** Stages that read it. Empty: it is for applications, pipelines and operators. */
  readonly consumers: readonly AzureStageName[];
}

/** The store in which the stages publish their hand-offs. */
export interface AzureHandOffStorePlan {
  /** Name of the App Configuration store. */
  readonly storeName: Decision<string>;
  /** What every key begins with: `/llmops/<platform>/<environment>`. */
  readonly keyPrefix: Decision<string>;
  /** Whether the store answers outside of its private endpoint. */
  readonly publicNetworkAccess: Decision<'Enabled' | 'Disabled'>;
  /** The role that whoever deploys needs on the subscription before the first deployment. */
  readonly deployerRole: Decision<string>;
}

/** The user-assigned identities of an environment, one for each kind of work. */
export interface AzureIdentitiesPlan {
  /** Runs the containers of online endpoints. */
  readonly runtime: Decision<string>;
  /** Applications that call models, indexes and endpoints. */
  readonly caller: Decision<string>;
  /** Release steps. */
  readonly release: Decision<string>;
  /** Jobs of the pipeline. Absent without one. */
  readonly ci?: Decision<string>;
}

/** A record that a private endpoint needs. */
export interface AzureDnsRecord {
  /** For example `privatelink.vaultcore.azure.net`. */
  readonly zone: string;
  /** Name in the zone. Absent where the service chooses it. */
  readonly name?: string;
}

/** Private names of a network. */
interface AzureNetworkNames {
  /** Private DNS zones, for example `privatelink.openai.azure.com`. */
  readonly privateDnsZones: Decision<readonly string[]>;
  /** Who has the zones and registers names. Absent where the kit creates the zones. */
  readonly dns?: Decision<'zones' | 'policy'>;
  /** Resource ids of the zones of the company, by their names. Only with `zones`. */
  readonly dnsZoneIds?: Decision<Readonly<Record<string, string>>>;
}

/** A virtual network that the kit creates. */
export interface AzureOwnNetworkPlan extends AzureNetworkNames {
  readonly name: Decision<string>;
  readonly cidr: Decision<string>;
  readonly privateEndpointSubnet: { readonly name: Decision<string>; readonly cidr: Decision<string> };
  /** Absent without a hub. */
  readonly hub?: AzureHubPlan;
}

/** The peering of a new network to a hub. */
export interface AzureHubPlan {
  readonly peeringName: Decision<string>;
  readonly virtualNetworkId: Decision<string>;
  readonly useGateway: Decision<boolean>;
  /** Empty for the servers of Azure. */
  readonly dnsServers: Decision<readonly string[]>;
}

/** A virtual network of the company: the kit puts private endpoints into one subnet. */
export interface AzureGivenNetworkPlan extends AzureNetworkNames {
  readonly virtualNetworkId: Decision<string>;
  readonly privateEndpointSubnetId: Decision<string>;
}

/** A key of the company, and what it encrypts. */
export interface AzureEncryptionPlan {
  /** Address of the key, without a version where services follow its rotation. */
  readonly keyUri: Decision<string>;
  /** Resource id of the identity that uses the key. */
  readonly identityId: Decision<string>;
  /** Client id of that identity. */
  readonly identityClientId: Decision<string>;
  /** Kinds of resources that it encrypts. */
  readonly covers: Decision<readonly string[]>;
}

/** A rule by which the registry of an environment fetches one image from another registry. */
export interface AzureCacheRulePlan {
  readonly ruleName: Decision<string>;
  /** Repository with the host of its registry. */
  readonly sourceRepository: Decision<string>;
  /** Repository in the registry of the environment. */
  readonly targetRepository: Decision<string>;
  /** Login of the other registry. Absent where it needs none. */
  readonly login?: AzureRegistryLoginPlan;
}

/** A login that the registry of an environment reads from a Key Vault. */
export interface AzureRegistryLoginPlan {
  readonly credentialSetName: Decision<string>;
  readonly loginServer: Decision<string>;
  readonly usernameSecretUri: Decision<string>;
  readonly passwordSecretUri: Decision<string>;
  /** Whether the vault is that of the environment, where the kit grants the role that reads the secrets. */
  readonly ownVault: Decision<boolean>;
}

/** The initialization stage: resource group, network, secrets, logs, storage, images and hand-offs. */
export interface AzureInitializationPlan {
  readonly resourceGroupName: Decision<string>;
  readonly network: AzureOwnNetworkPlan | AzureGivenNetworkPlan;
  /** A key of the company. Absent where Azure's keys encrypt. */
  readonly encryption?: AzureEncryptionPlan;
  readonly keyVault: {
    readonly name: Decision<string>;
    readonly softDeleteRetentionDays: Decision<number>;
    /** Resource id of a vault of the company. Absent where the kit creates one. */
    readonly existingId?: Decision<string>;
  };
  readonly logAnalytics: {
    readonly name: Decision<string>;
    readonly retentionDays: Decision<number>;
    /** Resource id of a workspace of the company. Absent where the kit creates one. */
    readonly existingId?: Decision<string>;
  };
  readonly applicationInsightsName: Decision<string>;
  /** Whether whoever has the instrumentation key can send telemetry. */
  readonly telemetryKeys: Decision<'on' | 'off'>;
  /** Names of the user-assigned identities. */
  readonly identities: AzureIdentitiesPlan;
  /** Jobs of GitHub Actions that act as the identities for CI and for releases. Absent without a pipeline. */
  readonly github?: {
    readonly issuer: Decision<string>;
    readonly audience: Decision<string>;
    /** Accepted `sub` claims. */
    readonly subjects: Decision<readonly string[]>;
  };
  readonly storage: { readonly accountName: Decision<string>; readonly sku: Decision<'Standard_LRS' | 'Standard_ZRS'> };
  readonly containerRegistry: {
    readonly name: Decision<string>;
    readonly sku: Decision<'Premium'>;
    /** Whether images survive the loss of a zone. */
    readonly zoneRedundancy: Decision<'Enabled' | 'Disabled'>;
    /** Whether the registry takes tokens that are made for Azure Resource Manager. */
    readonly armAudienceTokens: Decision<'enabled' | 'disabled'>;
    /** Resource id of a registry of the company. Absent where the kit creates one. */
    readonly existingId?: Decision<string>;
    /** Cache rules by the image that they fetch. Absent where no endpoint pulls through one. */
    readonly cacheRules?: Readonly<Record<string, AzureCacheRulePlan>>;
  };
  readonly handOffStore: AzureHandOffStorePlan;
  /** Absent where the config has none. */
  readonly budget?: AzureBudgetPlan;
}

/** The experimentation stage. */
export interface AzureExperimentationPlan {
  readonly workspaceName: Decision<string>;
}

/** The evaluation stage: model versions and evaluation reports. */
export interface AzureEvaluationPlan {
  readonly registryName: Decision<string>;
  /** Resource id of a registry of the company. Absent where the kit creates one. */
  readonly existingRegistryId?: Decision<string>;
  /** Blob container of evaluation reports. */
  readonly reportContainerName: Decision<string>;
}

/** A deployment of an Azure OpenAI model. */
export interface AzureModelDeploymentPlan {
  readonly deploymentName: Decision<string>;
  readonly model: Decision<{ readonly format: 'OpenAI'; readonly name: string; readonly version: string }>;
  readonly sku: Decision<{
    readonly name: 'Standard' | 'DataZoneStandard' | 'GlobalStandard';
    /** Thousands of tokens a minute. */
    readonly capacity: number;
  }>;
  readonly versionUpgradeOption: Decision<'NoAutoUpgrade' | 'OnceCurrentVersionExpired'>;
  readonly contentFilterName: Decision<string>;
}

/** An AI Search service. */
export interface AzureSearchPlan {
  readonly serviceName: Decision<string>;
  readonly sku: Decision<'basic' | 'standard'>;
  readonly replicaCount: Decision<number>;
  readonly partitionCount: Decision<number>;
  /** Absent where the config names no embedding model on Azure: vectors then come from outside of the service. */
  readonly embedding?: AzureEmbeddingPlan;
  /**
   * Interval of the indexer, ISO 8601: the step that creates the indexer writes it into `schedule.interval`, because Azure Resource
   * Manager has no type for an indexer. Absent where nothing starts it.
   */
  readonly indexerInterval?: Decision<string>;
}

/** How an AI Search service embeds documents and queries. */
export interface AzureEmbeddingPlan {
  /** Deployment of the embedding model in the platform's Azure OpenAI account. */
  readonly deploymentName: Decision<string>;
  /** Name of the shared private link to that account, which its owner approves once. */
  readonly linkName: Decision<string>;
}

/** How an online deployment scales with the requests a minute of its endpoint. */
export interface AzureScalingPlan {
  readonly minInstances: Decision<number>;
  readonly maxInstances: Decision<number>;
  /** Requests a minute per instance above which an instance is added. */
  readonly addAbove: Decision<number>;
  /** Requests a minute per instance below which one is removed. */
  readonly removeBelow: Decision<number>;
  readonly cooldownSeconds: Decision<number>;
}

/** Thresholds of the alerts of an online endpoint. */
export interface AzureEndpointAlertsPlan {
  /** Milliseconds. */
  readonly latencyP99Ms: Decision<number>;
  /** Answers 5xx a minute. */
  readonly errorsPerMinute: Decision<number>;
  /** Answers 429 a minute. */
  readonly throttledPerMinute: Decision<number>;
}

/** Thresholds of the alerts of services that are billed by use. */
export interface AzureServiceAlertsPlan {
  /** Percent of the calls to Azure OpenAI that are answered. */
  readonly openAiAvailabilityPercent: Decision<number>;
  /** Percent of the queries to AI Search that are refused. */
  readonly searchThrottledPercent: Decision<number>;
}

/** Who is told about alerts. */
export interface AzureAlertContactPlan {
  readonly actionGroupName: Decision<string>;
  /** At most 12 characters. */
  readonly shortName: Decision<string>;
  readonly email: Decision<string>;
  /** Resource id of an action group of the company. Absent where the kit creates one. */
  readonly existingId?: Decision<string>;
  /** Receivers of the kit's group beside the mail, by name. Absent without any. */
  readonly webhooks?: Decision<Readonly<Record<string, { readonly stackSecret: string }>>>;
}

/** The budget of an environment's resource group. */
export interface AzureBudgetPlan {
  readonly budgetName: Decision<string>;
  /** In the billing currency of the subscription. */
  readonly amountPerMonth: Decision<number>;
  /** First day of a month, ISO 8601. */
  readonly startDate: Decision<string>;
  readonly email: Decision<string>;
  /** Percent of the amount at which a message is sent. */
  readonly notifyAtPercent: Decision<readonly number[]>;
}

/** The container of an online deployment. */
export interface AzureServingContainerPlan {
  readonly imageUri: Decision<string>;
  /** Public image by digest that is imported under `imageUri`. Absent for an image of the user. */
  readonly importFrom?: Decision<string>;
  /** Image of another registry that the first pull of `imageUri` fetches. Absent where no cache rule is pulled through. */
  readonly cachedFrom?: Decision<string>;
  readonly port: Decision<number>;
  /** Path that answers once the weights are loaded. */
  readonly healthPath: Decision<string>;
  /** Directory where the model is mounted; the variables name it. */
  readonly modelMountPath: Decision<string>;
}

/** A managed online endpoint that serves open weights. */
export interface AzureOnlineEndpointPlan {
  readonly endpointName: Decision<string>;
  readonly deploymentName: Decision<string>;
  readonly placement: Decision<'azure-ml'>;
  readonly instanceType: Decision<string>;
  readonly instanceCount: Decision<number>;
  readonly servedFrom: Decision<AzureServing['from']>;
  /** Absent where a model of a public registry brings its own image. */
  readonly container?: AzureServingContainerPlan;
  /** Environment variables of the container, with the arguments of the engine. */
  readonly environment: Decision<Readonly<Record<string, string>>>;
  readonly modelUri: Decision<string>;
  /** Tags of the model in the environment's ML registry, set by who registers it. */
  readonly modelTags?: Decision<Readonly<Record<string, string>>>;
  readonly maxConcurrentRequestsPerInstance: Decision<number>;
  readonly requestTimeoutSeconds: Decision<number>;
  /** Seconds until the weights must be loaded. */
  readonly startupTimeoutSeconds: Decision<number>;
  /** Absent where the number of instances is fixed. */
  readonly scaling?: AzureScalingPlan;
  /** Absent in development. */
  readonly alerts?: AzureEndpointAlertsPlan;
  /** At the planned peak. Absent from a plan written by hand. */
  readonly performance?: Decision<EndpointPerformance>;
  /** Absent when the catalogue does not name the quota. */
  readonly quota?: Decision<QuotaNeed>;
  /** US dollars a month for instances. */
  readonly usdPerMonth: AmountDecision;
  readonly cost: EndpointCostPlan;
  readonly energy?: EndpointEnergyPlan;
  /** Absent where the clouds do not share the endpoint. */
  readonly failover?: FailoverPlan;
}

/** Everything decided about an environment on Azure. */
export interface AzurePlan {
  readonly tenant: Decision<string>;
  readonly subscription: Decision<string>;
  readonly location: Decision<string>;
  readonly dataRetention: Decision<DataRetention>;
  readonly handOffs: Decision<readonly AzureHandOff[]>;
  /** What the given resources of the company must have or allow. Absent where nothing is given. */
  readonly givenNeeds?: Decision<readonly GivenNeed[]>;
  /** Absent without a second location. */
  readonly standby?: AzureStandbyPlan;
  /** Records that must appear in the zones of the network. Only where a policy registers private endpoints. */
  readonly dnsRecords?: Decision<readonly AzureDnsRecord[]>;
  readonly initialization: AzureInitializationPlan;
  readonly experimentation: AzureExperimentationPlan;
  readonly evaluation: AzureEvaluationPlan;
  readonly deployment: {
    /** Azure OpenAI account. Absent when the platform uses no Azure OpenAI model. */
    readonly account?: { readonly name: Decision<string> };
    readonly models: Readonly<Record<string, AzureModelDeploymentPlan>>;
    /** What the models need together of each quota, by its name. Absent without a model, and from a plan written by hand. */
    readonly modelQuotas?: Readonly<Record<string, Decision<QuotaNeed>>>;
    readonly search: Readonly<Record<string, AzureSearchPlan>>;
    /** Absent in development. */
    readonly alertContact?: AzureAlertContactPlan;
    /** Absent in development. */
    readonly serviceAlerts?: AzureServiceAlertsPlan;
    readonly endpoints: Readonly<Record<string, AzureOnlineEndpointPlan>>;
  };
}
