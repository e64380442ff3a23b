import type { JsonObject } from '../../../constraints/json';
import type { ChangeDetail, ResourceChange } from './diff';
import { shownOf } from './hidden';
import type { ExecutionOptions } from './operation';
import type { StackParameter } from './parameters';
import type { DeploymentRequest, Plan } from './planned';

/** What a change set does to one resource. */
export interface PlannedChange {
  readonly action: 'Add' | 'Import' | 'Modify' | 'Remove';
  readonly logicalId: string;
  readonly type: string;
  /** Undefined for a resource that does not exist yet. */
  readonly physicalId: string | undefined;
  /** What happens to a resource that leaves. */
  readonly policyAction: 'Delete' | 'Retain' | 'Snapshot' | undefined;
  readonly replacement: ResourceChange['replacement'];
  readonly details: readonly ChangeDetail[];
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
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
  readonly status: 'CREATE_COMPLETE' | 'FAILED';
  readonly statusReason: string | undefined;
  executionStatus:
    'AVAILABLE' | 'UNAVAILABLE' | 'EXECUTE_IN_PROGRESS' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED' | 'OBSOLETE';
}

/** The reason that the CDK CLI recognises as "nothing to deploy". */
export const noChanges =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

/** What a plan does, resource by resource: what leaves first. */
export function changesOf(plan: Plan): readonly PlannedChange[] {
  const removed = plan.removed.map((resource): PlannedChange => {
    const { declaration, identity } = resource;
    const { logicalId, type, deletionPolicy } = declaration;
    return {
      action: 'Remove',
      logicalId,
      type,
      physicalId: identity.physicalId,
      policyAction: deletionPolicy === 'RetainExceptOnCreate' ? 'Retain' : deletionPolicy,
      replacement: undefined,
      details: [],
      before: shownOf(resource),
      after: undefined,
    };
  });
  const others = plan.resources.flatMap((planned): readonly PlannedChange[] => {
    const { declaration, change, previous } = planned;
    const { action, replacement } = change;
    if (action === 'None') return [];
    const { logicalId, type } = declaration;
    const physicalId = action === 'Import' ? planned.identity.physicalId : previous?.identity.physicalId;
    const before = previous === undefined ? undefined : shownOf(previous);
    const after = shownOf(planned);
    const details = change.details.map((detail) => shownDetail(detail, before, after));
    return [{ action, logicalId, type, physicalId, policyAction: undefined, replacement, details, before, after }];
  });
  return [...removed, ...others];
}

/** A detail with the values that answers show. */
function shownDetail(detail: ChangeDetail, before: JsonObject | undefined, after: JsonObject): ChangeDetail {
  const { attribute, name } = detail;
  if (attribute !== 'Properties' || name === undefined) return detail;
  return { ...detail, before: before?.[name], after: after[name] };
}
