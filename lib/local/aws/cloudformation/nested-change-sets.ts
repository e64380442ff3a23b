import { nestedStack } from '../../../constraints/schema/special-types';
import { ServiceError } from '../errors';
import type { Cloud } from '../state/cloud';
import { assertCapabilities } from './capabilities';
import type { ChangeSet, PlannedChange } from './change-set';
import { noChanges } from './change-set';
import { changesOf } from './changes-of';
import { nestedRequest } from './nested-request';
import { registerChild } from './nested-stacks';
import { planDeployment } from './plan';
import type { Plan, PlannedResource } from './planned';
import { Recorder } from './recorder';
import type { Stack } from './stack';

/** A change set with the plan that it shows, and its stack. */
interface Shown {
  readonly stack: Stack;
  readonly changeSet: ChangeSet;
  readonly plan: Plan;
}

/**
 * The change set with one for every nested stack that it creates or changes. A new nested stack is under review until the
 * change set of the root is executed. Source: CloudFormation User Guide, "Change sets for nested stacks", 2026-11-30; words
 * of a failure in recorded answers of the service (aws-cdk, `Nested change set`).
 */
export function withNestedChangeSets({ stack, changeSet, plan }: Shown, cloud: Cloud): ChangeSet {
  const whole: ChangeSet = { ...changeSet, includesNested: true };
  if (!plan.changed) return whole;
  const made = new Map<string, ChangeSet>();
  const ids = new Map<string, string>();
  for (const planned of plan.resources) {
    const { declaration, change, identity } = planned;
    if (declaration.type !== nestedStack || (change.action !== 'Add' && change.action !== 'Modify')) continue;
    if (change.replace) continue;
    const child = childChangeSet({ stack, changeSet: whole, plan }, planned, cloud);
    if (child === undefined) continue;
    made.set(declaration.logicalId, child);
    ids.set(declaration.logicalId, identity.physicalId);
  }
  const changes = whole.changes.map((change): PlannedChange => {
    const { logicalId, physicalId = ids.get(logicalId) } = change;
    const changeSetId = made.get(logicalId)?.id;
    return changeSetId === undefined ? change : { ...change, physicalId, changeSetId };
  });
  const failed = [...made.values()].find(
    ({ status, statusReason }) => status === 'FAILED' && statusReason !== noChanges,
  );
  if (failed === undefined) return { ...whole, changes };
  const statusReason = `Nested change set ${failed.id} was not successfully created: Currently in FAILED.`;
  return { ...whole, changes, status: 'FAILED', statusReason, executionStatus: 'UNAVAILABLE' };
}

/** @returns undefined for a nested stack in which nothing changes */
function childChangeSet(
  { stack: parent, changeSet, plan }: Shown,
  { declaration, effective, identity }: PlannedResource,
  cloud: Cloud,
): ChangeSet | undefined {
  const { account, region } = parent;
  const stacks = cloud.stacks(account, region);
  const existing = stacks.find(({ id, deleted }) => id === identity.physicalId && !deleted);
  const child = existing ?? registerChild(identity.physicalId, parent, cloud);
  const name = `${changeSet.name}-${declaration.logicalId}`.slice(0, longestName);
  const id = `arn:aws:cloudformation:${region}:${account}:changeSet/${name}/${cloud.ids.fresh('change-set')}`;
  const within = { parentId: changeSet.id, rootId: changeSet.within?.rootId ?? changeSet.id };
  const type = child.status === 'REVIEW_IN_PROGRESS' ? ('CREATE' as const) : ('UPDATE' as const);
  const { createdAt, options, request: parentRequest } = changeSet;
  const base = { id, name, type, description: undefined, createdAt, options, within, request: parentRequest };
  let made: ChangeSet;
  try {
    const request = nestedRequest(effective, parent, cloud, plan.request);
    const childPlan = planDeployment(child, request, cloud);
    assertCapabilities(childPlan.template, request.capabilities);
    if (!childPlan.changed) return undefined;
    const { parameters } = childPlan.deployment;
    const shown = { ...base, request, parameters, changes: changesOf(childPlan), status: 'CREATE_COMPLETE' } as const;
    const available: ChangeSet = { ...shown, statusReason: undefined, executionStatus: 'AVAILABLE' };
    made = withNestedChangeSets({ stack: child, changeSet: available, plan: childPlan }, cloud);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const failure = { status: 'FAILED', statusReason: error.message, executionStatus: 'UNAVAILABLE' } as const;
    made = { ...base, includesNested: true, parameters: [], changes: [], ...failure };
  }
  if (existing === undefined)
    new Recorder(child, cloud, { id: '', clientRequestToken: undefined }).stackStatus(
      'REVIEW_IN_PROGRESS',
      'User Initiated',
    );
  child.changeSets.push(made);
  cloud.touch(child);
  return made;
}

/** Characters of the name of a change set. Source: CreateChangeSet, CloudFormation API reference, 2026-11-30. */
const longestName = 128;

/** Takes away the change sets inside of one, and the stacks that were under review for them alone. */
export function dropNestedChangeSets(stack: Stack, changeSet: ChangeSet, cloud: Cloud): void {
  if (changeSet.includesNested !== true) return;
  const stacks = cloud.stacks(stack.account, stack.region);
  for (const child of stacks.filter(({ rootId }) => rootId === (stack.rootId ?? stack.id))) {
    const kept = child.changeSets.filter(({ within }) => within?.rootId !== changeSet.id);
    if (kept.length === child.changeSets.length) continue;
    child.changeSets.splice(0, child.changeSets.length, ...kept);
    if (child.status === 'REVIEW_IN_PROGRESS' && kept.length === 0) stacks.splice(stacks.indexOf(child), 1);
    cloud.touch(child);
  }
}
