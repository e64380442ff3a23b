import type { JsonObject } from '../../../constraints/json';
import { sameJson } from '../../../constraints/json';
import type { ChangeDrift, PlannedChange } from './change-set';
import type { ChangeDetail } from './diff';
import { shownOf } from './hidden';
import type { Plan, PlannedResource } from './planned';

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
