import type { JsonObject } from '../../../constraints/json';
import type { ChangeDetail, ResourceChange } from './diff';
import type { EarlyFinding } from './early-finding';
import type { FoundDrift } from './found-drift';
import type { ExecutionOptions } from './operation';
import type { StackParameter } from './parameters';
import type { DeploymentRequest } from './planned';

/** What a change set does to one resource. */
export interface PlannedChange {
  readonly action: 'Add' | 'Import' | 'Modify' | 'Remove' | 'SyncWithActual';
  readonly logicalId: string;
  readonly type: string;
  /** The change set of a nested stack. @default - it has none */
  readonly changeSetId?: string | undefined;
  /** Undefined for a resource that does not exist yet. */
  readonly physicalId: string | undefined;
  /** What happens to a resource that leaves. */
  readonly policyAction: 'Delete' | 'Retain' | 'Snapshot' | undefined;
  readonly replacement: ResourceChange['replacement'];
  readonly details: readonly ChangeDetail[];
  /** Properties of before; of a drift-aware change set as they are. */
  readonly before: JsonObject | undefined;
  /** The drift, in a drift-aware change set. @default - another change set */
  readonly drift?: ChangeDrift | undefined;
  readonly after: JsonObject | undefined;
}

/** The drift of a resource in a drift-aware change set. */
export interface ChangeDrift {
  readonly status: FoundDrift['status'];
  /** Properties of the last deployment. */
  readonly deployed: JsonObject;
  /** Names of the properties that drifted. */
  readonly names: readonly string[];
}

/** A change set. `changes` shows what it would do; an execution plans `request` again. Plain data. */
export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE' | 'IMPORT';
  readonly description: string | undefined;
  readonly createdAt: Date;
  /** The token of its request. @default - it had none */
  readonly clientToken?: string | undefined;
  readonly request: DeploymentRequest;
  readonly options: ExecutionOptions & { readonly express: boolean };
  readonly parameters: readonly StackParameter[];
  readonly changes: readonly PlannedChange[];
  /** Whether nested stacks have change sets too. @default false */
  readonly includesNested?: boolean | undefined;
  /** The change sets around this one. @default - it is of a root stack, or alone */
  readonly within?: { readonly parentId: string; readonly rootId: string } | undefined;
  readonly status: 'CREATE_COMPLETE' | 'FAILED';
  readonly statusReason: string | undefined;
  /** What its early validation found. @default - nothing */
  readonly findings?: readonly EarlyFinding[] | undefined;
  executionStatus:
    'AVAILABLE' | 'UNAVAILABLE' | 'EXECUTE_IN_PROGRESS' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED' | 'OBSOLETE';
}

/** The reason that the CDK CLI recognises as "nothing to deploy". */
export const noChanges =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
