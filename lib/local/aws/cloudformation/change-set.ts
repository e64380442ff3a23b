import type { JsonObject } from '../../../constraints/json';
import { sameJson } from '../../../constraints/json';
import type { ChangeDetail, ResourceChange } from './diff';
import type { FoundDrift } from './drift-aware';
import { shownOf } from './hidden';
import type { ExecutionOptions } from './operation';
import type { StackParameter } from './parameters';
import type { DeploymentRequest, Plan, PlannedResource } from './planned';

/** What a change set does to one resource. */
export interface PlannedChange {
  readonly action: 'Add' | 'Import' | 'Modify' | 'Remove' | 'SyncWithActual';
  readonly logicalId: string;
  readonly type: string;
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
    const earlier = planned.drift?.live ?? previous;
    const before = earlier === undefined ? undefined : shownOf(earlier);
    const after = shownOf(planned);
    const details = change.details.map((detail) => shownDetail(detail, before, after));
    const drift = changeDrift(planned);
    const policyAction = undefined;
    return [{ action, logicalId, type, physicalId, policyAction, replacement, details, before, after, drift }];
  });
  return [...removed, ...others];
}

/** A detail with the values that answers show. */
function shownDetail(detail: ChangeDetail, before: JsonObject | undefined, after: JsonObject): ChangeDetail {
  const { attribute, name } = detail;
  if (attribute !== 'Properties' || name === undefined) return detail;
  return { ...detail, before: before?.[name], after: after[name] };
}

function changeDrift({ drift, previous }: PlannedResource): ChangeDrift | undefined {
  if (drift === undefined) return undefined;
  const deployed = previous === undefined ? {} : shownOf(previous);
  const live = drift.live && shownOf(drift.live);
  const names = [...new Set([...Object.keys(deployed), ...Object.keys(live ?? {})])];
  return {
    status: drift.status,
    deployed,
    names: live === undefined ? [] : names.filter((name) => !sameJson(live[name], deployed[name])),
  };
}
