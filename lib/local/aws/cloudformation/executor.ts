import { ResourceFailure } from '../providers/provider';
import type { Cloud } from '../state/cloud';
import { createResource, restoreResource, updateResource } from './apply-resource';
import { deleteResource } from './deletion';
import type { DeployedResource, Deployment } from './deployed';
import { exportConflict } from './exports';
import type { Plan, PlannedResource } from './planned';
import { Recorder } from './recorder';
import type { Stack } from './stack';

/** How a deployment treats a failure, and who asked for it. */
export interface ExecutionOptions {
  readonly disableRollback: boolean;
  readonly clientRequestToken: string | undefined;
}

/** A finished step and what to do about it afterwards. */
interface Step {
  undo(recorder: Recorder): void;
  /** Runs when the whole deployment succeeded. */
  cleanUp?(): void;
}

/** Carries out a plan: all of it, or none of it and a rollback. Failures end as stack status and events, never as exceptions. */
export function execute(stack: Stack, plan: Plan, cloud: Cloud, options: ExecutionOptions): void {
  const before = stack.deployment;
  const create = before === undefined;
  const verb = create ? 'CREATE' : 'UPDATE';
  const recorder = new Recorder(stack, cloud, options.clientRequestToken);
  recorder.stackStatus(`${verb}_IN_PROGRESS`, 'User Initiated');
  if (!create) stack.updatedAt = cloud.now();
  stack.pendingRollback = undefined;
  const steps: Step[] = [];
  const failed = applyAll(stack, plan, cloud, recorder, steps);
  const conflict = failed === undefined ? exportConflict(cloud, stack, plan.deployment.outputs) : undefined;
  if (failed === undefined && conflict === undefined) {
    succeed(stack, plan, cloud, recorder, steps, create);
    return;
  }
  const reason = conflict ?? `The following resource(s) failed to ${create ? 'create' : 'update'}: [${failed ?? ''}]`;
  if (options.disableRollback) {
    recorder.stackStatus(`${verb}_FAILED`, reason);
    stack.deployment = { ...plan.deployment, outputs: before?.outputs ?? [] };
    stack.pendingRollback = (token) => {
      rollBack(stack, plan, before, steps, new Recorder(stack, cloud, token), 'User Initiated');
    };
    return;
  }
  rollBack(stack, plan, before, steps, recorder, `${reason}. Rollback requested by user.`);
}

function rollBack(
  stack: Stack,
  plan: Plan,
  before: Deployment | undefined,
  steps: readonly Step[],
  recorder: Recorder,
  reason: string,
): void {
  const prefix = before === undefined ? 'ROLLBACK' : 'UPDATE_ROLLBACK';
  recorder.stackStatus(`${prefix}_IN_PROGRESS`, reason);
  recorder.nextOperation();
  for (const step of [...steps].reverse()) step.undo(recorder);
  if (before !== undefined) recorder.stackStatus('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  stack.deployment = before ?? { ...plan.deployment, outputs: [], imports: [] };
  stack.pendingRollback = undefined;
  recorder.stackStatus(`${prefix}_COMPLETE`);
}

function succeed(
  stack: Stack,
  plan: Plan,
  cloud: Cloud,
  recorder: Recorder,
  steps: readonly Step[],
  create: boolean,
): void {
  stack.deployment = plan.deployment;
  if (!create) {
    recorder.stackStatus('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    for (const step of [...steps].reverse()) step.cleanUp?.();
    for (const removed of plan.removed) deleteResource(removed, removed.declaration.deletionPolicy, recorder, cloud);
    for (const [logicalId, resource] of stack.resources) {
      if (resource.deployed === undefined || plan.removed.includes(resource.deployed))
        stack.resources.delete(logicalId);
    }
  }
  // Deletion walks the list backwards, so it must stand in creation order whatever earlier updates added.
  for (const { declaration } of plan.resources) {
    const resource = stack.resources.get(declaration.logicalId);
    if (resource === undefined) continue;
    stack.resources.delete(declaration.logicalId);
    stack.resources.set(declaration.logicalId, resource);
  }
  recorder.stackStatus(create ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE');
}

/** Applies resources in order; returns the logical id of the first that failed. */
function applyAll(stack: Stack, plan: Plan, cloud: Cloud, recorder: Recorder, steps: Step[]): string | undefined {
  for (const planned of plan.resources) {
    const { logicalId, type } = planned.declaration;
    const previous = planned.previous;
    const verb = planned.change.action === 'Add' ? 'CREATE' : 'UPDATE';
    try {
      if (planned.change.action === 'None') continue;
      if (previous === undefined) steps.push(add(stack, planned, cloud, recorder));
      else if (planned.change.replace) steps.push(replace(stack, planned, previous, cloud, recorder));
      else steps.push(modify(stack, planned, previous, cloud, recorder));
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      const physicalId = previous?.identity.physicalId ?? '';
      recorder.resource(
        { logicalId, type, physicalId, status: `${verb}_FAILED`, reason: error.message, properties: planned.effective },
        previous,
      );
      steps.push({
        undo: (by) => {
          undoFailed(planned, previous, by);
        },
      });
      return logicalId;
    }
  }
  return undefined;
}

function undoFailed(planned: PlannedResource, previous: DeployedResource | undefined, recorder: Recorder): void {
  const { logicalId, type } = planned.declaration;
  const physicalId = previous?.identity.physicalId ?? '';
  const status = previous === undefined ? 'DELETE_COMPLETE' : 'UPDATE_COMPLETE';
  recorder.resource({ logicalId, type, physicalId, status }, previous);
}

function add(stack: Stack, planned: PlannedResource, cloud: Cloud, recorder: Recorder): Step {
  const { logicalId, type, deletionPolicy } = planned.declaration;
  recorder.event({ logicalId, type, physicalId: '', status: 'CREATE_IN_PROGRESS', properties: planned.effective });
  const deployed = createResource(stack, planned, cloud);
  const { physicalId } = deployed.identity;
  recorder.event({
    logicalId,
    type,
    physicalId,
    status: 'CREATE_IN_PROGRESS',
    reason: 'Resource creation Initiated',
    properties: planned.effective,
  });
  recorder.resource(
    { logicalId, type, physicalId, status: 'CREATE_COMPLETE', properties: planned.effective },
    deployed,
  );
  return {
    undo: (by) => {
      // RetainExceptOnCreate is what its name says: a creation that is rolled back leaves nothing.
      deleteResource(deployed, deletionPolicy === 'RetainExceptOnCreate' ? 'Delete' : deletionPolicy, by, cloud);
    },
  };
}

function modify(
  stack: Stack,
  planned: PlannedResource,
  previous: DeployedResource,
  cloud: Cloud,
  recorder: Recorder,
): Step {
  const { logicalId, type } = planned.declaration;
  const step = { logicalId, type, physicalId: previous.identity.physicalId };
  // A change of metadata or policies alone touches no resource: the service reports no update for it.
  const silent = planned.change.details.every(({ attribute }) => attribute !== 'Properties');
  if (!silent) recorder.event({ ...step, status: 'UPDATE_IN_PROGRESS', properties: planned.effective });
  const deployed = updateResource(stack, planned, previous, cloud);
  const settle = (current: DeployedResource, by: Recorder): void => {
    if (!silent) {
      by.resource({ ...step, status: 'UPDATE_COMPLETE', properties: current.existing.properties }, current);
      return;
    }
    const resource = stack.resources.get(logicalId);
    if (resource !== undefined) stack.resources.set(logicalId, { ...resource, deployed: current });
  };
  settle(deployed, recorder);
  return {
    undo: (by) => {
      restoreResource(deployed, previous, cloud);
      settle(previous, by);
    },
  };
}

function replace(
  stack: Stack,
  planned: PlannedResource,
  previous: DeployedResource,
  cloud: Cloud,
  recorder: Recorder,
): Step {
  const { logicalId, type } = planned.declaration;
  recorder.event({
    logicalId,
    type,
    physicalId: previous.identity.physicalId,
    status: 'UPDATE_IN_PROGRESS',
    reason: 'Requested update requires the creation of a new physical resource; hence creating one.',
    properties: planned.effective,
  });
  const deployed = createResource(stack, planned, cloud);
  const { physicalId } = deployed.identity;
  recorder.event({ logicalId, type, physicalId, status: 'UPDATE_IN_PROGRESS', reason: 'Resource creation Initiated' });
  recorder.resource(
    { logicalId, type, physicalId, status: 'UPDATE_COMPLETE', properties: planned.effective },
    deployed,
  );
  return {
    undo: (by) => {
      deleteResource(deployed, 'Delete', by, cloud, true);
      by.resource({ logicalId, type, physicalId: previous.identity.physicalId, status: 'UPDATE_COMPLETE' }, previous);
    },
    cleanUp: () => {
      deleteResource(previous, previous.declaration.updateReplacePolicy, recorder, cloud, true);
    },
  };
}
