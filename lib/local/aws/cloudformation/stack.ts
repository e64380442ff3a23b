import type { JsonObject } from '../../../constraints/json';
import type { Caller } from '../credentials';
import { History } from '../state/history';
import type { ChangeSet } from './change-set';
import type { DeployedResource, Deployment } from './deployed';
import type { Operation } from './operation';

/** A line of DescribeStackResources. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly timestamp: Date;
  /** Absent when the resource failed to be created, or was deleted. */
  readonly deployed: DeployedResource | undefined;
}

/** A line of DescribeStackEvents. */
export interface StackEvent {
  readonly id: string;
  readonly operationId: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly timestamp: Date;
  readonly clientRequestToken: string | undefined;
  readonly properties: JsonObject | undefined;
}

/** What a stack is created with and keeps. */
export interface StackIdentity {
  /** ARN with a UUID. */
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly createdAt: Date;
}

/** The token of a request, which a client sends again when it got no answer. */
export interface RequestToken {
  readonly action: string;
  readonly token: string;
}

/** Events of one stack that are kept in memory. */
export const keptEvents = { inMemory: 2_000 };

/** One stack; the only mutable part of the engine. Plain data: JSON values, maps, sets and dates. */
export class Stack {
  status = 'REVIEW_IN_PROGRESS';
  statusReason: string | undefined;
  updatedAt: Date | undefined;
  deletedAt: Date | undefined;
  roleArn: string | undefined;
  /** Whose permissions make, change and delete the resources. @default - the administrator of the account */
  actor: Caller | undefined;
  terminationProtection = false;
  disableRollback = false;
  /** Minutes that the creation may take. @default - no limit */
  timeoutMinutes: number | undefined;
  /** The stack that this one is a resource of. @default - it is a root stack */
  parentId: string | undefined;
  /** The outermost stack. @default - it is a root stack */
  rootId: string | undefined;
  /** The change set that the last deployment executed. @default - it was none */
  changeSetId: string | undefined;
  /** What the last drift detection found. @default - none since the last deployment */
  drift: { readonly status: 'DRIFTED' | 'IN_SYNC'; readonly at: Date } | undefined;
  /** Why the last deployment failed. */
  failure: string | undefined;
  /** Stack policy as text. */
  policy: string | undefined;
  /** Whether the last deployment was asked to end before its resources are ready. */
  express = false;
  /** The operation that runs, or that a stopped process left. */
  running: Operation | undefined;
  /** A deployment that failed and was not rolled back, or not wholly. */
  failed: Operation | undefined;
  deployment: Deployment | undefined;
  /** Tokens of the last requests that began something, with their actions. */
  tokens: readonly RequestToken[] = [];
  /** How many operations there were; their identifiers come from it. */
  operations = 0;
  /** Every event that is kept. With a state folder all are; in memory the last some thousand are, where the service keeps 90 days. */
  history = new History<StackEvent>(keptEvents, undefined);
  readonly resources = new Map<string, StackResource>();
  readonly changeSets: ChangeSet[] = [];

  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly createdAt: Date;

  constructor({ id, name, account, region, createdAt }: StackIdentity) {
    this.id = id;
    this.name = name;
    this.account = account;
    this.region = region;
    this.createdAt = createdAt;
  }

  /** The events that are kept, oldest first. */
  get events(): readonly StackEvent[] {
    return this.history.slice();
  }

  get deleted(): boolean {
    return this.status === 'DELETE_COMPLETE';
  }

  /** Resources that exist now. */
  deployed(): readonly DeployedResource[] {
    return [...this.resources.values()].flatMap((resource) => resource.deployed ?? []);
  }
}
