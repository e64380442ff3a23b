import { nestedStack } from '../../../constraints/schema/special-types';
import { ServiceError } from '../errors';
import { ResourceFailure } from '../providers/provider';
import type { Cloud } from '../state/cloud';
import { deleteResource, deletion } from './deletion';
import { exportConflict } from './exports';
import { shownOf } from './hidden';
import type { ExecutionOptions, Operation } from './operation';
import { planDeployment } from './plan';
import type { Plan, PlannedResource } from './planned';
import { Recorder } from './recorder';
import { goOnCleaningUpRollback, goOnRollingBack, rollBack, skipSteps, undeleted } from './rollback';
import type { Stack } from './stack';
import { policyDenial } from './stack-policy';
import { apply, KeptFailure } from './steps';
import { checkDeadline, deadlineOf, tooLong, watchDeadline } from './timeout';
import type { Work } from './work';

/** One execution of a plan. */
interface Run {
  readonly plan: Plan;
  readonly operation: Operation;
  readonly recorder: Recorder;
}

/**
 * Starts to execute a plan: the stack is in progress when it returns. The work ends with all of the plan or a rollback;
 * failures become stack status and events, never exceptions.
 */
export function beginDeployment(stack: Stack, plan: Plan, cloud: Cloud, options: ExecutionOptions): Work {
  // What failed and was not rolled back stays undoable: the stack goes back to its last stable state.
  const { failed } = stack;
  const operation: Operation = {
    ...options,
    kind: plan.request.imports !== undefined ? 'import' : stack.deployment === undefined ? 'create' : 'update',
    id: '',
    phase: 'apply',
    request: plan.request,
    before: failed === undefined ? stack.deployment : failed.before,
    after: plan.deployment,
    steps: failed?.steps.filter(({ kind }) => kind !== 'failed') ?? [],
    leftovers: [],
    left: [],
    retain: [],
    interrupt: undefined,
    deadline: deadlineOf(options.timeoutMinutes, cloud),
  };
  stack.running = operation;
  stack.failed = undefined;
  stack.drift = undefined;
  if (operation.kind === 'update') stack.updatedAt = cloud.now();
  const recorder = new Recorder(stack, cloud, operation);
  recorder.stackStatus(`${verbOf(operation)}_IN_PROGRESS`, 'User Initiated');
  return deploy({ plan, operation, recorder });
}

/** Starts to undo a deployment that failed and was not rolled back. */
export function beginRollback(
  stack: Stack,
  failed: Operation,
  cloud: Cloud,
  options: Pick<ExecutionOptions, 'clientRequestToken' | 'retainExceptOnCreate'>,
): Work {
  const operation = { ...failed, ...options, id: '' };
  stack.running = operation;
  stack.failed = undefined;
  return rollBack(operation, new Recorder(stack, cloud, operation), 'User Initiated');
}

/**
 * Starts to go on with the rollback of an update that failed.
 * @param skip logical ids that are left as they are
 */
export function continueRollback(
  stack: Stack,
  failed: Operation,
  cloud: Cloud,
  options: Pick<ExecutionOptions, 'clientRequestToken'> & { readonly skip: readonly string[] },
): Work {
  const { skip, clientRequestToken } = options;
  const operation = { ...failed, clientRequestToken, id: '' };
  stack.running = operation;
  stack.failed = undefined;
  const recorder = new Recorder(stack, cloud, operation);
  recorder.stackStatus('UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated');
  skipSteps(operation, skip, recorder);
  return goOnRollingBack(operation, recorder);
}

/** Goes on with an update of a nested stack that its parent held before it deleted anything. */
export function finishHeld(stack: Stack, operation: Operation, cloud: Cloud): Work {
  return cleanUp(operation, new Recorder(stack, cloud, operation));
}

/** Undoes an update of a nested stack that its parent held. */
export function rollBackHeld(stack: Stack, operation: Operation, cloud: Cloud): Work {
  return rollBack(operation, new Recorder(stack, cloud, operation), undefined);
}

/**
 * Goes on with the operation that a process left when it ended. A nested stack goes on in the work of its parent.
 * @returns undefined when there is none
 */
export function resume(stack: Stack, cloud: Cloud): Work | undefined {
  const operation = stack.running;
  if (operation === undefined) return undefined;
  const recorder = new Recorder(stack, cloud, operation);
  switch (operation.phase) {
    case 'apply':
      return resumeDeployment(operation, recorder);
    case 'cleanUp':
      return cleanUp(operation, recorder);
    case 'rollBack':
      return goOnRollingBack(operation, recorder);
    case 'rollBackCleanUp':
      return goOnCleaningUpRollback(operation, recorder);
    case 'delete':
      return deletion(operation, recorder);
  }
}

/** What is done already is planned as unchanged, so the rest follows. */
function* resumeDeployment(operation: Operation, recorder: Recorder): Work {
  const { stack, cloud } = recorder;
  if (operation.request === undefined) return;
  try {
    const plan = planDeployment(stack, operation.request, cloud);
    yield* deploy({ plan, operation, recorder });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    yield* fail(operation, recorder, error.message);
  }
}

function verbOf({ kind }: Operation): 'CREATE' | 'UPDATE' | 'IMPORT' {
  return kind === 'create' ? 'CREATE' : kind === 'import' ? 'IMPORT' : 'UPDATE';
}

function* deploy(run: Run): Work {
  const { plan, operation, recorder } = run;
  const { stack, cloud } = recorder;
  const failed = yield* applyInTime(run);
  yield;
  if (operation.interrupt === 'delete') {
    operation.phase = 'delete';
    yield* deletion(operation, recorder);
    return;
  }
  if (operation.interrupt === 'rollBack') {
    yield* rollBack(operation, recorder, 'User Initiated');
    return;
  }
  const denied = failed === undefined ? deniedRemovals(run) : [];
  const outputs = failed === undefined ? plan.outputs() : [];
  const reason =
    operation.interrupt === 'timeout'
      ? tooLong
      : denied.length > 0
        ? failureOf(operation, denied)
        : failed === undefined
          ? exportConflict(cloud, stack, outputs)
          : failureOf(operation, [failed]);
  if (reason !== undefined) {
    yield* fail(operation, recorder, reason);
    return;
  }
  stack.deployment = { ...plan.deployment, outputs };
  stack.failure = undefined;
  operation.phase = 'cleanUp';
  if (operation.before !== undefined && operation.kind !== 'import') {
    recorder.stackStatus('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    operation.leftovers.push(...leftoversOf(run));
  }
  if (operation.held !== true) yield* cleanUp(operation, recorder);
}

function failureOf(operation: Operation, logicalIds: readonly string[]): string {
  return `The following resource(s) failed to ${verbOf(operation).toLowerCase()}: [${logicalIds.join(', ')}]`;
}

/** Refuses a change that the stack policy forbids. @throws ResourceFailure */
function assertAllowed({ previous, change, declaration }: PlannedResource, { policy }: Operation): void {
  if (previous === undefined) return;
  const reason = policyDenial(policy, change.replace ? 'Update:Replace' : 'Update:Modify', declaration);
  if (reason !== undefined) throw new ResourceFailure(reason);
}

/** Records what leaves the template although the stack policy forbids it. @returns its logical ids */
function deniedRemovals({ plan, operation, recorder }: Run): readonly string[] {
  return plan.removed.flatMap((removed) => {
    const { logicalId, type } = removed.declaration;
    const reason = policyDenial(operation.policy, 'Update:Delete', removed.declaration);
    if (reason === undefined) return [];
    const { physicalId } = removed.identity;
    recorder.resource({ logicalId, type, physicalId, status: 'UPDATE_FAILED', reason }, removed);
    operation.steps.push({ logicalId, type, kind: 'failed', previous: removed, deployed: undefined });
    return [logicalId];
  });
}

/** What the update leaves behind: the old resources of replacements, newest first, and what left the template. */
function leftoversOf({ plan, operation }: Run): Operation['leftovers'] {
  const replaced = operation.steps
    .toReversed()
    .flatMap(({ kind, previous }) => (kind === 'replace' && previous !== undefined ? [previous] : []));
  return [
    ...replaced.map((deployed) => ({ deployed, policy: deployed.declaration.updateReplacePolicy, replaced: true })),
    ...plan.removed.map((deployed) => ({ deployed, policy: deployed.declaration.deletionPolicy, replaced: false })),
  ];
}

/** Ends a deployment that cannot succeed: a rollback, or the failure as it is. */
function* fail(operation: Operation, recorder: Recorder, reason: string): Work {
  const { stack } = recorder;
  stack.failure = reason;
  if (operation.kind === 'create' && operation.deleteOnFailure === true) {
    operation.phase = 'delete';
    recorder.stackStatus('DELETE_IN_PROGRESS', `${reason}. Delete requested by user.`);
    yield* deletion(operation, recorder);
    return;
  }
  // An import has no failed state: it always goes back.
  if (!operation.disableRollback || operation.kind === 'import') {
    yield* rollBack(operation, recorder, `${reason}. Rollback requested by user.`);
    return;
  }
  const { before, after } = operation;
  if (after !== undefined) stack.deployment = { ...after, outputs: before?.outputs ?? [] };
  stack.failed = operation;
  recorder.end(`${verbOf(operation)}_FAILED`, reason);
}

/** Deletes what a successful update leaves behind, and ends the deployment. */
function* cleanUp(operation: Operation, recorder: Recorder): Work {
  const { stack } = recorder;
  const { leftovers, left } = operation;
  yield* cleanUpNested(operation, recorder);
  for (let leftover = leftovers[0]; leftover !== undefined; leftover = leftovers[0]) {
    yield;
    const { logicalId } = leftover.deployed.declaration;
    if ((yield* deleteResource(leftover, recorder)) === 'failed') left.push(logicalId);
    leftovers.shift();
  }
  // Deletion walks the list backwards, so it must be in creation order whatever earlier updates added.
  const order = [...(stack.deployment?.graph.keys() ?? [])];
  const kept = order.flatMap((logicalId) => stack.resources.get(logicalId) ?? []);
  stack.resources.clear();
  for (const resource of kept) if (resource.deployed !== undefined) stack.resources.set(resource.logicalId, resource);
  recorder.end(`${verbOf(operation)}_COMPLETE`, left.length > 0 ? `Update successful. ${undeleted}` : undefined);
}

/** Ends the updates of nested stacks, which waited for this. */
function* cleanUpNested({ steps }: Operation, { stack, cloud }: Recorder): Work {
  const updated = steps.filter(({ kind, type }) => kind === 'update' && type === nestedStack);
  for (const { deployed } of updated)
    if (deployed !== undefined && cloud.nested !== undefined)
      yield* cloud.nested.cleanUp(deployed.identity.physicalId, stack);
}

/** Applies resources until the deadline. @returns the logical id of the first that failed */
function* applyInTime(run: Run): Work<string | undefined> {
  const end = watchDeadline(run.operation, run.recorder);
  try {
    return yield* applyAll(run);
  } finally {
    end();
  }
}

/** Applies resources in order. @returns the logical id of the first that failed */
function* applyAll({ plan, operation, recorder }: Run): Work<string | undefined> {
  const last = plan.resources.at(-1);
  const failed = operation.steps.find(({ kind }) => kind === 'failed');
  if (failed !== undefined) return failed.logicalId;
  /** What a service decided in this run: who reads it is planned again. */
  const decided = new Set<string>();
  for (const resource of plan.resources) {
    const { logicalId } = resource.declaration;
    checkDeadline(operation, recorder.cloud);
    if (operation.interrupt !== undefined) return undefined;
    const follows = [...(plan.deployment.graph.get(logicalId) ?? [])].some((target) => decided.has(target));
    if (resource.change.action === 'None' && !follows) continue;
    yield;
    let planned = resource;
    try {
      if (follows) {
        planned = replanned(plan, resource);
        // Its identifiers may come from what it reads, so whoever reads it follows too.
        decided.add(logicalId);
      }
      if (planned.change.action === 'None') continue;
      assertAllowed(planned, operation);
      const step = yield* apply(planned, recorder, resource === last);
      operation.steps.push(step);
      const made = step.deployed?.made;
      if (made === undefined) continue;
      plan.settle(planned, made);
      decided.add(logicalId);
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      operation.steps.push(failedStep(planned, recorder, error));
      return logicalId;
    }
  }
  return undefined;
}

/** @throws ResourceFailure when what the resource reads turns out to be wrong */
function replanned(plan: Plan, resource: PlannedResource): PlannedResource {
  try {
    return plan.again(resource);
  } catch (error) {
    throw error instanceof ServiceError ? new ResourceFailure(error.message) : error;
  }
}

function failedStep(
  planned: PlannedResource,
  recorder: Recorder,
  failure: ResourceFailure,
): Operation['steps'][number] {
  const kept = failure instanceof KeptFailure ? failure.kept : undefined;
  const { previous, change } = planned;
  const properties = shownOf(planned);
  const { logicalId, type } = planned.declaration;
  const status = {
    Add: 'CREATE_FAILED',
    Import: 'IMPORT_FAILED',
    Modify: 'UPDATE_FAILED',
    None: 'UPDATE_FAILED',
    SyncWithActual: 'UPDATE_FAILED',
  }[change.action];
  const left = previous ?? kept;
  const physicalId = left?.identity.physicalId ?? '';
  recorder.resource({ logicalId, type, physicalId, status, reason: failure.message, properties }, left);
  return { logicalId, type, kind: 'failed', previous, deployed: kept };
}
