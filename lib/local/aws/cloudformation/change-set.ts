import type { DeploymentRequest, Plan } from './planned';

/** A change set. `plan` shows what it would do; an execution plans `request` again. */
export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly description: string | undefined;
  readonly createdAt: Date;
  readonly request: DeploymentRequest;
  readonly plan: Plan | undefined;
  readonly status: 'CREATE_COMPLETE' | 'FAILED';
  readonly statusReason: string | undefined;
  executionStatus: 'AVAILABLE' | 'UNAVAILABLE' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED' | 'OBSOLETE';
}

/** The reason that the CDK CLI recognises as "nothing to deploy". */
export const noChanges =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
