import { ResourceFailure } from '../providers/provider';
import type { Cloud } from '../state/cloud';
import { removeResource } from './apply-resource';
import type { DeployedResource } from './deployed';
import { exportsOf, importers } from './exports';
import type { Recorder } from './recorder';
import { Recorder as EventRecorder } from './recorder';
import type { Stack } from './stack';
import type { DeletionPolicy } from './template';

/** How a deletion ended. */
export type DeletionOutcome = 'deleted' | 'kept' | 'failed';

/**
 * Deletes one resource as its policy says, with the events of the real service.
 * @param replaced true for the old resource of a replacement: the logical id stays with the new one
 */
export function deleteResource(
  deployed: DeployedResource,
  policy: DeletionPolicy,
  recorder: Recorder,
  replaced = false,
): DeletionOutcome {
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
    removeResource(deployed, recorder.cloud);
  } catch (error) {
    if (!(error instanceof ResourceFailure)) throw error;
    record('DELETE_FAILED', error.message, deployed);
    return 'failed';
  }
  record('DELETE_COMPLETE', undefined, undefined);
  return 'deleted';
}

/**
 * Deletes a stack in reverse creation order.
 * @param retain logical ids to leave behind; the real service allows them only after a failed deletion
 */
export function deleteStack(stack: Stack, cloud: Cloud, retain: readonly string[], token: string | undefined): void {
  const recorder = new EventRecorder(stack, cloud, token);
  recorder.stackStatus('DELETE_IN_PROGRESS', 'User Initiated');
  for (const { name } of exportsOf(cloud, stack.account, stack.region).filter((entry) => entry.stack === stack)) {
    const users = importers(cloud, stack.account, stack.region, name).filter((user) => user !== stack.name);
    if (users.length > 0) {
      recorder.stackStatus(
        'DELETE_FAILED',
        `Delete canceled. Cannot delete export ${name} as it is in use by ${users.join(', ')}.`,
      );
      return;
    }
  }
  const failed: string[] = [];
  for (const deployed of [...stack.deployed()].reverse()) {
    const { logicalId, deletionPolicy } = deployed.declaration;
    // A resource stays while something that needs it could not be deleted.
    if (failed.some((other) => stack.deployment?.graph.get(other)?.has(logicalId) === true)) {
      failed.push(logicalId);
      continue;
    }
    const policy = retain.includes(logicalId)
      ? 'Retain'
      : deletionPolicy === 'RetainExceptOnCreate'
        ? 'Retain'
        : deletionPolicy;
    if (deleteResource(deployed, policy, recorder) === 'failed') failed.push(logicalId);
  }
  if (failed.length > 0) {
    recorder.stackStatus('DELETE_FAILED', `The following resource(s) failed to delete: [${failed.join(', ')}]. `);
    return;
  }
  stack.deletedAt = cloud.now();
  recorder.stackStatus('DELETE_COMPLETE');
}
