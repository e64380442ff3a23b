import { ResourceFailure } from '../providers/provider';
import type { ExistingResource } from '../state/registry';
import { releaseResource } from './apply-resource';
import { deleteResource } from './deletion';
import type { DeployedResource } from './deployed';
import type { Operation, Step } from './operation';
import type { Recorder } from './recorder';
import { restore } from './steps';
import type { Work } from './work';

/** The reason of an update that left resources behind: the service tries to delete them, and goes on without. */
export const undeleted = 'One or more resources could not be deleted.';

/** Undoes what an operation has done. @param reason as the event says it */
export function* rollBack(operation: Operation, recorder: Recorder, reason: string | undefined): Work {
  operation.phase = 'rollBack';
  // What an update that was held would have deleted stays.
  operation.leftovers.splice(0);
  recorder.stackStatus(`${prefix(operation)}_IN_PROGRESS`, reason);
  recorder.nextOperation();
  yield* goOnRollingBack(operation, recorder);
}

function prefix({ before, kind }: Operation): string {
  if (kind === 'import') return 'IMPORT_ROLLBACK';
  return before === undefined ? 'ROLLBACK' : 'UPDATE_ROLLBACK';
}

/** Goes on with a rollback that began. */
export function* goOnRollingBack(operation: Operation, recorder: Recorder): Work {
  const { steps } = operation;
  for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
    yield;
    const failure = yield* undo(step, operation, recorder);
    if (failure !== undefined) {
      recorder.stack.failed = operation;
      recorder.end('UPDATE_ROLLBACK_FAILED', `The following resource(s) failed to update: [${failure}]. `);
      return;
    }
    steps.pop();
  }
  yield;
  if (operation.kind === 'import') endOfImport(operation, recorder);
  else if (operation.before === undefined) endOfCreation(operation, recorder);
  else yield* cleanUpRollback(operation, recorder);
}

/** Takes away the steps of resources that are not put back: they count as they are. */
export function skipSteps(operation: Operation, skipped: readonly string[], recorder: Recorder): void {
  const { steps } = operation;
  for (const step of steps.filter(({ logicalId }) => skipped.includes(logicalId))) {
    steps.splice(steps.indexOf(step), 1);
    const { logicalId, type, deployed } = step;
    const physicalId = deployed?.identity.physicalId ?? '';
    recorder.resource({ logicalId, type, physicalId, status: 'UPDATE_COMPLETE' }, deployed);
  }
}

/** @returns the logical id of a resource that could not be put back */
function* undo(step: Step, operation: Operation, recorder: Recorder): Work<string | undefined> {
  const { logicalId, type, previous, deployed } = step;
  if (step.kind === 'failed' && (previous !== undefined || deployed === undefined)) {
    const physicalId = previous?.identity.physicalId ?? '';
    const status = previous === undefined ? 'DELETE_COMPLETE' : 'UPDATE_COMPLETE';
    recorder.resource({ logicalId, type, physicalId, status }, previous);
  } else if (step.imported !== undefined && deployed !== undefined) {
    release(step, deployed, step.imported, recorder);
  } else if (previous !== undefined) {
    try {
      yield* restore(step, recorder);
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      const { physicalId } = previous.identity;
      recorder.resource({ logicalId, type, physicalId, status: 'UPDATE_FAILED', reason: error.message }, deployed);
      return logicalId;
    }
    // What the update made in vain goes whatever its policies.
    if (step.kind === 'replace' && deployed !== undefined)
      operation.leftovers.push({ deployed, policy: 'Delete', replaced: true });
  } else if (deployed !== undefined) {
    // A creation that is rolled back is what RetainExceptOnCreate excepts: nothing is retained.
    const { deletionPolicy } = deployed.declaration;
    const excepted = operation.retainExceptOnCreate === true && deletionPolicy === 'Retain';
    const policy = excepted || deletionPolicy === 'RetainExceptOnCreate' ? 'Delete' : deletionPolicy;
    const leftover = { deployed, policy, replaced: false };
    if (operation.before === undefined) yield* remove(leftover, operation, recorder);
    else operation.leftovers.push(leftover);
  }
  return undefined;
}

/** Gives an imported resource back: it stays, and the stack no longer has it. */
function release(step: Step, deployed: DeployedResource, imported: ExistingResource, recorder: Recorder): void {
  const { logicalId, type } = step;
  const { physicalId } = deployed.identity;
  recorder.resource({ logicalId, type, physicalId, status: 'IMPORT_ROLLBACK_IN_PROGRESS' }, deployed);
  releaseResource(deployed, imported, recorder.cloud);
  recorder.resource({ logicalId, type, physicalId, status: 'IMPORT_ROLLBACK_COMPLETE' }, undefined);
}

/** Deletes a resource unless something that could not be deleted needs it. */
function* remove(leftover: Operation['leftovers'][number], { left, after }: Operation, recorder: Recorder): Work {
  const { logicalId } = leftover.deployed.declaration;
  const needed = !leftover.replaced && left.some((other) => after?.graph.get(other)?.has(logicalId) === true);
  const outcome = needed ? 'failed' : yield* deleteResource(leftover, recorder);
  if (outcome === 'failed') left.push(logicalId);
}

function endOfImport({ before }: Operation, recorder: Recorder): void {
  recorder.stack.deployment = before;
  recorder.end('IMPORT_ROLLBACK_COMPLETE');
}

function endOfCreation({ after, left }: Operation, recorder: Recorder): void {
  if (after !== undefined) recorder.stack.deployment = { ...after, outputs: [], imports: [] };
  if (left.length > 0)
    recorder.end('ROLLBACK_FAILED', `The following resource(s) failed to delete: [${left.join(', ')}]. `);
  else recorder.end('ROLLBACK_COMPLETE');
}

function* cleanUpRollback(operation: Operation, recorder: Recorder): Work {
  recorder.stack.deployment = operation.before;
  operation.phase = 'rollBackCleanUp';
  recorder.stackStatus('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  yield* goOnCleaningUpRollback(operation, recorder);
}

/** Goes on to delete what a rolled back update made. */
export function* goOnCleaningUpRollback(operation: Operation, recorder: Recorder): Work {
  const { leftovers, left } = operation;
  for (let leftover = leftovers[0]; leftover !== undefined; leftover = leftovers[0]) {
    yield;
    yield* remove(leftover, operation, recorder);
    leftovers.shift();
  }
  yield;
  const owned = left.filter((logicalId) => operation.before?.graph.has(logicalId) !== true);
  for (const logicalId of owned) recorder.forget(logicalId);
  recorder.end('UPDATE_ROLLBACK_COMPLETE', left.length > 0 ? undeleted : undefined);
}
