import { ResourceFailure } from '../providers/provider';
import type { Cloud } from '../state/cloud';
import { removeResource } from './apply-resource';
import type { DeployedResource } from './deployed';
import { exportsOf, importers } from './exports';
import { assertNoFault } from './fault';
import type { Operation } from './operation';
import { Recorder } from './recorder';
import type { Stack } from './stack';
import type { DeletionPolicy } from './template';
import type { Work } from './work';

/** How a deletion ended. */
export type DeletionOutcome = 'deleted' | 'kept' | 'failed';

/** A resource to delete, and how. */
interface Removal {
  readonly deployed: DeployedResource;
  readonly policy: DeletionPolicy;
  /** True for the old resource of a replacement: the logical id stays with the new one. */
  readonly replaced: boolean;
}

/** Deletes one resource as its policy says, with the events of the real service. */
export function* deleteResource({ deployed, policy, replaced }: Removal, recorder: Recorder): Work<DeletionOutcome> {
  const { logicalId, type } = deployed.declaration;
  const step = { logicalId, type, physicalId: deployed.identity.physicalId };
  const record = (status: string, reason: string | undefined, left: DeployedResource | undefined): void => {
    if (replaced) recorder.event({ ...step, status, reason });
    else recorder.resource({ ...step, status, reason }, left);
  };
  if (policy === 'Retain' || policy === 'RetainExceptOnCreate') {
    record('DELETE_SKIPPED', undefined, undefined);
    return 'kept';
  }
  record('DELETE_IN_PROGRESS', policy === 'Snapshot' ? 'A final snapshot is taken' : undefined, deployed);
  try {
    yield* assertNoFault(recorder, { logicalId, type, action: 'delete' });
    yield* removeResource(recorder.stack, deployed, recorder.cloud);
  } catch (error) {
    if (!(error instanceof ResourceFailure)) throw error;
    record('DELETE_FAILED', error.message, deployed);
    return 'failed';
  }
  record('DELETE_COMPLETE', undefined, undefined);
  return 'deleted';
}

/**
 * Starts to delete a stack in reverse creation order.
 * @param retain logical ids to leave behind, `all` for everything that cannot be deleted; the real service allows both only
 * after a failed deletion
 */
export function beginDeletion(
  stack: Stack,
  cloud: Cloud,
  retain: readonly string[] | 'all',
  clientRequestToken: string | undefined,
): Work {
  const operation: Operation = {
    kind: 'delete',
    id: '',
    phase: 'delete',
    disableRollback: false,
    clientRequestToken,
    request: undefined,
    before: undefined,
    after: undefined,
    steps: [],
    leftovers: [],
    left: [],
    retain,
    interrupt: undefined,
  };
  stack.running = operation;
  stack.failed = undefined;
  const recorder = new Recorder(stack, cloud, operation);
  recorder.stackStatus('DELETE_IN_PROGRESS', 'User Initiated');
  return deletion(operation, recorder);
}

/** Deletes what a stack has left. */
export function* deletion({ retain }: Operation, recorder: Recorder): Work {
  const { stack } = recorder;
  const users = exportInUse(stack, recorder.cloud);
  if (users !== undefined) {
    recorder.end('DELETE_FAILED', users);
    return;
  }
  const failed: string[] = [];
  for (const deployed of [...stack.deployed()].reverse()) {
    yield;
    const { logicalId, deletionPolicy } = deployed.declaration;
    // A resource stays while something that needs it could not be deleted.
    if (failed.some((other) => stack.deployment?.graph.get(other)?.has(logicalId) === true)) {
      failed.push(logicalId);
      continue;
    }
    const policy = retain !== 'all' && retain.includes(logicalId) ? 'Retain' : deletionPolicy;
    const outcome = yield* deleteResource({ deployed, policy, replaced: false }, recorder);
    if (outcome !== 'failed') continue;
    if (retain === 'all') recorder.forget(logicalId);
    else failed.push(logicalId);
  }
  yield;
  if (failed.length > 0) {
    recorder.end('DELETE_FAILED', `The following resource(s) failed to delete: [${failed.join(', ')}]. `);
    return;
  }
  stack.deletedAt = recorder.cloud.now();
  recorder.end('DELETE_COMPLETE');
}

/** Why a stack cannot be deleted: another stack reads one of its exports. */
function exportInUse(stack: Stack, cloud: Cloud): string | undefined {
  for (const { name } of exportsOf(cloud, stack.account, stack.region).filter((entry) => entry.stack === stack)) {
    const users = importers(cloud, stack.account, stack.region, name).filter((user) => user !== stack.name);
    if (users.length > 0)
      return `Delete canceled. Cannot delete export ${name} as it is in use by ${users.join(', ')}.`;
  }
  return undefined;
}
