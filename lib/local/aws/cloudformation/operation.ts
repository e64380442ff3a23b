import type { ExistingResource } from '../state/registry';
import type { DeployedResource, Deployment } from './deployed';
import type { DeploymentRequest } from './planned';
import type { DeletionPolicy } from './template';

/** A finished step of a deployment, with what undoing it needs. */
export interface Step {
  readonly logicalId: string;
  readonly type: string;
  /** `declaration`: only metadata or policies changed, no resource. `sync`: only what the stack knows. `failed`: nothing to undo but the event. */
  readonly kind: 'create' | 'import' | 'update' | 'declaration' | 'replace' | 'sync' | 'failed';
  readonly previous: DeployedResource | undefined;
  readonly deployed: DeployedResource | undefined;
  /** The record of a resource before it was imported. @default - it was not imported */
  readonly imported?: ExistingResource | undefined;
  /** How a resource that had drifted was. @default - as it was deployed */
  readonly live?: ExistingResource | undefined;
}

/** A resource to delete at the end of an update or of its rollback. */
interface Leftover {
  readonly deployed: DeployedResource;
  readonly policy: DeletionPolicy;
  /** True when its logical id stays in the stack with another resource. */
  readonly replaced: boolean;
}

/** How a deployment treats a failure, and the token of its request. */
export interface ExecutionOptions {
  readonly disableRollback: boolean;
  readonly clientRequestToken: string | undefined;
  /** Whether a stack whose creation fails is deleted. @default false */
  readonly deleteOnFailure?: boolean;
  /** Whether a rollback deletes what it made although its policy retains it. @default false */
  readonly retainExceptOnCreate?: boolean;
  /** Whether an update ends before it deletes anything: its parent decides how it goes on. @default false */
  readonly held?: boolean;
  /** Minutes that a creation may take. @default - no limit */
  readonly timeoutMinutes?: number | undefined;
  /** The stack policy in force. @default - none: everything may be updated */
  readonly policy?: string | undefined;
}

/**
 * An operation on a stack that is not over. Plain data: it is kept with the stack, so that a process that starts again
 * can go on with it.
 */
export interface Operation extends ExecutionOptions {
  readonly kind: 'create' | 'update' | 'import' | 'delete';
  /** Groups events: the CLI collects failures by operation, and a rollback is a separate one. */
  id: string;
  phase: 'apply' | 'cleanUp' | 'rollBack' | 'rollBackCleanUp' | 'delete';
  /** What is deployed. @default - a deletion */
  readonly request: DeploymentRequest | undefined;
  /** What a rollback goes back to. @default - the stack is new */
  readonly before: Deployment | undefined;
  /** What the deployment makes of the stack; its outputs are known at the end. @default - a deletion */
  readonly after: Deployment | undefined;
  /** Oldest first; a rollback takes the last away as it is undone. */
  readonly steps: Step[];
  /** Resources still to be deleted, in order. */
  readonly leftovers: Leftover[];
  /** Logical ids that could not be deleted. */
  readonly left: string[];
  /** Logical ids that a deletion leaves behind; `all`: every one that cannot be deleted. */
  readonly retain: readonly string[] | 'all';
  /** What a caller asked for while it ran; it happens after the step that runs. */
  interrupt: 'rollBack' | 'delete' | 'timeout' | undefined;
  /** When a creation has taken too long, in milliseconds since 1970. @default - no limit */
  readonly deadline?: number | undefined;
}
