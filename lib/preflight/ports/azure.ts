import type { Answer } from '../answer';

/** What of a quota is used. */
export interface Usage {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

/** A version of a model that a location lists. */
interface ListedModel {
  readonly name: string;
  readonly version: string;
  /** ISO date after which it does not answer. @default - none is announced */
  readonly ends?: string;
  /** Kinds of deployment, such as `GlobalStandard`. */
  readonly skus: readonly string[];
}

/** Capacity that can be deployed now, by location and kind of deployment. */
interface ModelCapacity {
  readonly location: string;
  readonly sku: string;
  readonly available: number;
}

/** A size or a kind of account, and why the subscription may not have it. */
export interface SkuRestriction {
  readonly name: string;
  readonly kind?: string;
  readonly locations: readonly string[];
  /** `QuotaId`, `NotAvailableForSubscription`, where a restriction holds in the location. */
  readonly restrictedIn: Readonly<Record<string, string>>;
}

/** Something deleted whose name is kept. */
export interface DeletedName {
  readonly name: string;
  readonly resourceGroup?: string;
  /** ISO time. @default - unknown */
  readonly until?: string;
}

/** A private DNS zone and the networks that are linked to it. */
interface LinkedZone {
  readonly id: string;
  readonly name: string;
  readonly networks: readonly string[];
}

/** A virtual network of the subscription. */
export interface AzureNetwork {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly ranges: readonly string[];
}

/** A write that failed lately. */
interface FailedWrite {
  readonly operation: string;
  readonly resource: string;
  readonly code: string;
}

/** Kinds of names that are unique in Azure. */
export type NameKind = 'openai' | 'vault' | 'storage' | 'registry' | 'search' | 'hand-offs';

/** Questions about an Azure subscription and location. All of them only read. */
export interface AzureQuestions {
  readonly subscription: () => Promise<
    Answer<{ readonly id: string; readonly tenant: string; readonly state: string }>
  >;
  readonly registration: (namespace: string) => Promise<Answer<string>>;
  /** Actions that the caller may do on the subscription. */
  readonly permissions: () => Promise<
    Answer<readonly { readonly actions: readonly string[]; readonly notActions: readonly string[] }[]>
  >;
  readonly modelUsages: () => Promise<Answer<readonly Usage[]>>;
  readonly machineUsages: () => Promise<Answer<readonly Usage[]>>;
  readonly models: () => Promise<Answer<readonly ListedModel[]>>;
  readonly modelCapacity: (name: string, version: string) => Promise<Answer<readonly ModelCapacity[]>>;
  readonly accountSkus: () => Promise<Answer<readonly SkuRestriction[]>>;
  readonly machineSkus: () => Promise<Answer<readonly SkuRestriction[]>>;
  readonly deletedAccounts: () => Promise<Answer<readonly DeletedName[]>>;
  readonly deletedVaults: () => Promise<Answer<readonly DeletedName[]>>;
  /** Whether nobody has the name. */
  readonly nameFree: (kind: NameKind, name: string) => Promise<Answer<boolean>>;
  /** Names of the resources in the resource group, in lower case. Absent: there is no such group. */
  readonly resourcesOf: (resourceGroup: string) => Promise<Answer<readonly string[]>>;
  readonly zones: () => Promise<Answer<readonly LinkedZone[]>>;
  readonly networks: () => Promise<Answer<readonly AzureNetwork[]>>;
  /** Policy assignments, exemptions and definitions, as Azure Resource Manager writes them. */
  readonly policies: () => Promise<Answer<readonly unknown[]>>;
  readonly failedWrites: (resourceGroup: string) => Promise<Answer<readonly FailedWrite[]>>;
}
