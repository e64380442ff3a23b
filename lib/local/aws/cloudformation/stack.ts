import type { JsonObject } from '../json';
import type { Identity } from '../schema/identity';
import type { ExistingResource } from '../state/registry';
import type { ChangeSet } from './change-set';
import type { StackParameter } from './parameters';
import type { ResourceDeclaration } from './template';

/** A resource as the last successful step left it. */
export interface DeployedResource {
  readonly declaration: ResourceDeclaration;
  /** Properties after intrinsics; dynamic references still stand, so that a rotated value is no template change. */
  readonly properties: JsonObject;
  readonly identity: Identity;
  readonly generation: number;
  readonly createdAt: string;
  readonly existing: ExistingResource;
}

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

/** An output with its value. */
export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description: string | undefined;
  readonly exportName: string | undefined;
}

/** What one deployment left behind; replaced as a whole, so that a rollback can put the earlier one back. */
export interface Deployment {
  readonly templateText: string;
  readonly description: string | undefined;
  readonly parameters: readonly StackParameter[];
  readonly outputs: readonly StackOutput[];
  readonly tags: readonly (readonly [string, string])[];
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  /** Exports of other stacks this one reads. */
  readonly imports: readonly string[];
  /** Creation order and, for each logical id, what it waits for. */
  readonly graph: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One stack; the only mutable part of the engine. */
export class Stack {
  status = 'REVIEW_IN_PROGRESS';
  statusReason: string | undefined;
  updatedAt: Date | undefined;
  deletedAt: Date | undefined;
  roleArn: string | undefined;
  terminationProtection = false;
  disableRollback = false;
  /** Undoes a deployment that failed with rollback switched off; RollbackStack runs it. */
  pendingRollback: ((clientRequestToken: string | undefined) => void) | undefined;
  deployment: Deployment | undefined;
  operation = 0;
  /** Oldest first. */
  readonly events: StackEvent[] = [];
  readonly resources = new Map<string, StackResource>();
  readonly changeSets: ChangeSet[] = [];

  constructor(
    readonly id: string,
    readonly name: string,
    readonly account: string,
    readonly region: string,
    readonly createdAt: Date,
  ) {}

  get deleted(): boolean {
    return this.status === 'DELETE_COMPLETE';
  }

  /** Resources that exist now. */
  deployed(): readonly DeployedResource[] {
    return [...this.resources.values()].flatMap((resource) => resource.deployed ?? []);
  }
}
