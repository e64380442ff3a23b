import { ResourceFailure } from '../providers/provider';
import type { Cloud } from '../state/cloud';
import { createResource, restoreResource, updateResource } from './apply-resource';
import type { DeletionOutcome } from './deletion';
import { deleteResource } from './deletion';
import type { DeployedResource, Deployment } from './deployed';
import { exportConflict } from './exports';
import type { Plan, PlannedResource } from './planned';
import { Recorder } from './recorder';
import type { Stack } from './stack';

/** How a deployment treats a failure, and the token of its request. */
export interface ExecutionOptions {
  readonly disableRollback: boolean;
  readonly clientRequestToken: string | undefined;
}

/** A finished step, with what undoes it. */
interface Step {
  readonly logicalId: string;
  /** Whether it made a resource, which stays while something that needs it is left. */
  readonly adds?: true;
  /** @returns what could not be deleted */
  undo(recorder: Recorder): DeletionOutcome | undefined;
  /** Runs when the whole deployment succeeded. */
  cleanUp?(): DeletionOutcome;
}

/** One execution of a plan. */
interface Run {
  readonly plan: Plan;
  /** The deployment that the plan changes. @default - the stack is new */
  readonly before: Deployment | undefined;
  /** Oldest first. */
  readonly steps: Step[];
}

/** Executes a plan: all of it, or a rollback. Failures become stack status and events, never exceptions. */
export function execute(stack: Stack, plan: Plan, cloud: Cloud, options: ExecutionOptions): void {
  const before = stack.deployment;
  const create = before === undefined;
  const verb = create ? 'CREATE' : 'UPDATE';
  const recorder = new Recorder(stack, cloud, options.clientRequestToken);
  recorder.stackStatus(`${verb}_IN_PROGRESS`, 'User Initiated');
  if (!create) stack.updatedAt = cloud.now();
  stack.pendingRollback = undefined;
  const run: Run = { plan, before, steps: [] };
  const failed = applyAll(run, recorder);
  const conflict = failed === undefined ? exportConflict(cloud, stack, plan.deployment.outputs) : undefined;
  if (failed === undefined && conflict === undefined) {
    succeed(run, recorder);
    return;
  }
  const reason = conflict ?? `The following resource(s) failed to ${create ? 'create' : 'update'}: [${failed ?? ''}]`;
  if (options.disableRollback) {
    recorder.stackStatus(`${verb}_FAILED`, reason);
    stack.deployment = { ...plan.deployment, outputs: before?.outputs ?? [] };
    stack.pendingRollback = (token) => {
      rollBack(run, new Recorder(stack, cloud, token), 'User Initiated');
    };
    return;
  }
  rollBack(run, recorder, `${reason}. Rollback requested by user.`);
}

function rollBack({ plan, before, steps }: Run, recorder: Recorder, reason: string): void {
  const { stack } = recorder;
  const prefix = before === undefined ? 'ROLLBACK' : 'UPDATE_ROLLBACK';
  recorder.stackStatus(`${prefix}_IN_PROGRESS`, reason);
  recorder.nextOperation();
  const left = undoAll(steps, plan.deployment.graph, recorder);
  if (before !== undefined) recorder.stackStatus('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  stack.deployment = before ?? { ...plan.deployment, outputs: [], imports: [] };
  stack.pendingRollback = undefined;
  if (before === undefined && left.length > 0) {
    recorder.stackStatus('ROLLBACK_FAILED', `The following resource(s) failed to delete: [${left.join(', ')}]. `);
    return;
  }
  for (const logicalId of left) recorder.forget(logicalId);
  recorder.stackStatus(`${prefix}_COMPLETE`, left.length > 0 ? undeleted : undefined);
}

/** The reason of an update that left resources behind: the service tries to delete them, and goes on without. */
const undeleted = 'One or more resources could not be deleted.';

/** Undoes steps, newest first. @returns logical ids that are left: the service did not delete them, or they need one */
function undoAll(
  steps: readonly Step[],
  graph: ReadonlyMap<string, ReadonlySet<string>>,
  recorder: Recorder,
): readonly string[] {
  const left: string[] = [];
  for (const step of [...steps].reverse()) {
    const needed = step.adds === true && left.some((other) => graph.get(other)?.has(step.logicalId) === true);
    if (needed || step.undo(recorder) === 'failed') left.push(step.logicalId);
  }
  return left;
}

function succeed({ plan, before, steps }: Run, recorder: Recorder): void {
  const { stack } = recorder;
  let left = false;
  stack.deployment = plan.deployment;
  if (before !== undefined) {
    recorder.stackStatus('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    const outcomes = [
      ...[...steps].reverse().map((step) => step.cleanUp?.()),
      ...plan.removed.map((removed) => deleteResource(removed, removed.declaration.deletionPolicy, recorder)),
    ];
    left = outcomes.includes('failed');
    for (const [logicalId, resource] of stack.resources) {
      if (resource.deployed === undefined || plan.removed.includes(resource.deployed))
        stack.resources.delete(logicalId);
    }
  }
  // Deletion walks the list backwards, so it must be in creation order whatever earlier updates added.
  for (const { declaration } of plan.resources) {
    const resource = stack.resources.get(declaration.logicalId);
    if (resource === undefined) continue;
    stack.resources.delete(declaration.logicalId);
    stack.resources.set(declaration.logicalId, resource);
  }
  recorder.stackStatus(
    before === undefined ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE',
    left ? `Update successful. ${undeleted}` : undefined,
  );
}

/** Applies resources in order; returns the logical id of the first that failed. */
function applyAll({ plan, steps }: Run, recorder: Recorder): string | undefined {
  for (const planned of plan.resources) {
    const { previous, change } = planned;
    const { logicalId, type } = planned.declaration;
    try {
      if (change.action === 'None') continue;
      if (previous === undefined) steps.push(add(planned, recorder, planned === plan.resources.at(-1)));
      else if (change.replace) steps.push(replace(planned, previous, recorder));
      else steps.push(modify(planned, previous, recorder));
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      const verb = change.action === 'Add' ? 'CREATE' : 'UPDATE';
      const physicalId = previous?.identity.physicalId ?? '';
      recorder.resource(
        { logicalId, type, physicalId, status: `${verb}_FAILED`, reason: error.message, properties: planned.effective },
        previous,
      );
      steps.push({
        logicalId,
        undo: (by) => {
          undoFailed(planned, previous, by);
          return undefined;
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

function add(planned: PlannedResource, recorder: Recorder, last: boolean): Step {
  const { stack, cloud } = recorder;
  const { logicalId, type, deletionPolicy } = planned.declaration;
  recorder.event({ logicalId, type, physicalId: '', status: 'CREATE_IN_PROGRESS', properties: planned.effective });
  const { account, region, name } = stack;
  const fault = cloud.fault({ account, region, stack: name, logicalId, type, last });
  if (fault !== undefined) throw new ResourceFailure(fault);
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
    logicalId,
    adds: true,
    undo: (by) => {
      // A creation that is rolled back is what RetainExceptOnCreate excepts: nothing is retained.
      return deleteResource(deployed, deletionPolicy === 'RetainExceptOnCreate' ? 'Delete' : deletionPolicy, by);
    },
  };
}

function modify(planned: PlannedResource, previous: DeployedResource, recorder: Recorder): Step {
  const { stack, cloud } = recorder;
  const { logicalId, type } = planned.declaration;
  const step = { logicalId, type, physicalId: previous.identity.physicalId };
  // The service reports no update for a change of metadata or policies alone: it changes no resource.
  const declarationOnly = planned.change.details.every(({ attribute }) => attribute !== 'Properties');
  if (!declarationOnly) recorder.event({ ...step, status: 'UPDATE_IN_PROGRESS', properties: planned.effective });
  const deployed = updateResource(stack, planned, previous, cloud);
  const settle = (current: DeployedResource, by: Recorder): void => {
    if (!declarationOnly) {
      by.resource({ ...step, status: 'UPDATE_COMPLETE', properties: current.existing.properties }, current);
      return;
    }
    const resource = stack.resources.get(logicalId);
    if (resource !== undefined) stack.resources.set(logicalId, { ...resource, deployed: current });
  };
  settle(deployed, recorder);
  return {
    logicalId,
    undo: (by) => {
      restoreResource(deployed, previous, cloud);
      settle(previous, by);
      return undefined;
    },
  };
}

function replace(planned: PlannedResource, previous: DeployedResource, recorder: Recorder): Step {
  const { logicalId, type } = planned.declaration;
  recorder.event({
    logicalId,
    type,
    physicalId: previous.identity.physicalId,
    status: 'UPDATE_IN_PROGRESS',
    reason: 'Requested update requires the creation of a new physical resource; hence creating one.',
    properties: planned.effective,
  });
  const deployed = createResource(recorder.stack, planned, recorder.cloud);
  const { physicalId } = deployed.identity;
  recorder.event({ logicalId, type, physicalId, status: 'UPDATE_IN_PROGRESS', reason: 'Resource creation Initiated' });
  recorder.resource(
    { logicalId, type, physicalId, status: 'UPDATE_COMPLETE', properties: planned.effective },
    deployed,
  );
  return {
    logicalId,
    undo: (by) => {
      // What the update made in vain stays behind when its service does not delete it; the stack goes back all the same.
      deleteResource(deployed, 'Delete', by, true);
      by.resource({ logicalId, type, physicalId: previous.identity.physicalId, status: 'UPDATE_COMPLETE' }, previous);
      return undefined;
    },
    cleanUp: () => deleteResource(previous, previous.declaration.updateReplacePolicy, recorder, true),
  };
}
