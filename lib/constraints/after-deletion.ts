/** What stays of a deleted resource, and for how long. */
export interface KeptName {
  /** CloudFormation type, or type of azure-native. */
  readonly type: string;
  /** What stays taken. */
  readonly what: string;
  /** Longest time in hours where the service or the kit fixes it. @default - until somebody removes it */
  readonly hours?: number;
  /** Command that ends it sooner; `NAME`, `GROUP` and `LOCATION` stand for values. @default - nothing does */
  readonly sooner?: string;
  readonly source: string;
  /** Day on which the source was read. */
  readonly asOf: string;
}

/** What keeps a deletion from ending, and for how long. */
export interface Hold {
  readonly id: 'agent-subnet-link' | 'agent-interfaces';
  /** Code of the known cause that the words of the service give. */
  readonly cause: 'HeldByServiceLink' | 'HeldByInterfaces';
  readonly what: string;
  /** Longest time in minutes that users report, after which waiting is given up. */
  readonly most: number;
  /** Minutes between two attempts. */
  readonly every: number;
  /** What a person can do beside waiting. @default - nothing */
  readonly sooner?: string;
  readonly source: string;
  readonly asOf: string;
}

const asOf = '2026-11-30';

/** Names and quotas that services keep of deleted resources, in the order in which they are listed. */
export const keptNames: readonly KeptName[] = [
  {
    type: 'azure-native:keyvault:Vault',
    what: 'the name of the vault, with purge protection',
    // 7 to 90 days, as its owner chose.
    hours: 90 * 24,
    source: 'learn.microsoft.com/azure/key-vault/general/soft-delete-overview',
    asOf,
  },
  {
    type: 'azure-native:machinelearningservices:Workspace',
    what: 'the name of the workspace',
    hours: 14 * 24,
    sooner: 'az ml workspace delete --name NAME --resource-group GROUP --permanently-delete',
    source: 'learn.microsoft.com/azure/machine-learning/concept-soft-delete',
    asOf,
  },
  {
    type: 'azure-native:cognitiveservices:Account',
    what: 'the name of the account and the quota of its deployments',
    hours: 48,
    sooner: 'az cognitiveservices account purge --name NAME --resource-group GROUP --location LOCATION',
    source: 'learn.microsoft.com/azure/ai-services/recover-purge-resources',
    asOf,
  },
  {
    type: 'azure-native:appconfiguration:ConfigurationStore',
    what: 'the name of the store',
    hours: 7 * 24,
    sooner: 'az appconfig purge --name NAME',
    source: 'learn.microsoft.com/azure/azure-app-configuration/concept-soft-delete',
    asOf,
  },
  {
    type: 'AWS::KMS::Key',
    what: 'the key disabled, while its alias is free,',
    hours: 30 * 24,
    source: 'docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html, 7 to 30 days',
    asOf,
  },
];

/** What holds subnets and security groups after the service that used them is gone. */
export const holds: readonly Hold[] = [
  {
    id: 'agent-subnet-link',
    cause: 'HeldByServiceLink',
    what: 'a subnet of agents: the service removes its hidden link some time after the account is purged',
    // Users report 15 minutes after a purge, and two days without one.
    most: 48 * 60,
    every: 5,
    sooner: 'az cognitiveservices account purge --name NAME --resource-group GROUP --location LOCATION',
    source: 'microsoft-foundry/foundry-samples#153 (2025-05-23 to 2025-07-24) and #314',
    asOf,
  },
  {
    id: 'agent-interfaces',
    cause: 'HeldByInterfaces',
    what: 'subnets and security groups: network interfaces of agents stay after the agents are deleted',
    most: 8 * 60,
    every: 5,
    source: 'hashicorp/terraform-provider-aws#47399',
    asOf,
  },
];
