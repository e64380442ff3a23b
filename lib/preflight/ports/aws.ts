import type { Answer } from '../answer';

/** A quota of the account in the region. */
interface AppliedQuota {
  readonly code: string;
  readonly name: string;
  readonly limit: number;
}

/** Machines of running endpoints, by the name of the endpoint. */
export interface EndpointMachines {
  readonly endpoint: string;
  readonly instanceType: string;
  readonly count: number;
}

/** A foundation model as the region describes it. */
export interface FoundationModel {
  readonly legacy: boolean;
  /** ISO date. @default - none is announced */
  readonly ends?: string;
  readonly onDemand: boolean;
}

/** Whether the account may call a model. */
export interface ModelAccess {
  readonly agreement: string;
  readonly authorized: boolean;
  readonly entitled: boolean;
  readonly inRegion: boolean;
}

/** A stack as it stands. */
export interface StackState {
  readonly status: string;
}

/** A resource that could not be made, the latest first. */
interface FailedResource {
  readonly resource: string;
  readonly type: string;
  readonly reason: string;
}

/** A virtual network of the region. */
export interface Network {
  readonly id: string;
  readonly name: string;
  readonly ranges: readonly string[];
}

/** Questions about an AWS account and region. All of them only read. */
export interface AwsQuestions {
  readonly caller: () => Promise<Answer<{ readonly account: string; readonly arn: string }>>;
  readonly bootstrapVersion: (qualifier: string) => Promise<Answer<number>>;
  /** Documents of every policy of a role. */
  readonly rolePolicies: (role: string) => Promise<Answer<readonly unknown[]>>;
  /** Whether a bucket of the name exists: in this account, or in another. */
  readonly bucket: (name: string) => Promise<Answer<'own' | 'foreign'>>;
  /** Whether a prefix has an object. */
  readonly prefixFilled: (bucket: string, prefix: string) => Promise<Answer<boolean>>;
  /** Whether a repository has an image of the digest. Absent: no such repository or image. */
  readonly image: (registry: string, repository: string, digest: string) => Promise<Answer<true>>;
  readonly identityProviders: () => Promise<Answer<readonly string[]>>;
  readonly quotas: (service: 'sagemaker' | 'vpc') => Promise<Answer<readonly AppliedQuota[]>>;
  readonly endpointMachines: () => Promise<Answer<readonly EndpointMachines[]>>;
  /** Zones of the region that sell an EC2 type. */
  readonly zonesOf: (ec2Type: string) => Promise<Answer<readonly string[]>>;
  readonly networks: () => Promise<Answer<readonly Network[]>>;
  readonly model: (id: string) => Promise<Answer<FoundationModel>>;
  readonly modelAccess: (id: string) => Promise<Answer<ModelAccess>>;
  /** Regions that a system-defined inference profile routes to. */
  readonly profileRegions: (id: string) => Promise<Answer<readonly string[]>>;
  readonly stack: (name: string) => Promise<Answer<StackState>>;
  readonly failures: (stack: string) => Promise<Answer<readonly FailedResource[]>>;
  readonly logGroup: (name: string) => Promise<Answer<true>>;
}
