import type { Cloud } from '../state/cloud';
import type { PlannedResource } from './planned';
import { Recorder } from './recorder';
import type { Move, Place, Refactored, StackRefactor } from './refactor';
import { refactored, stackNamed } from './refactor';
import type { Stack } from './stack';

/**
 * Moves the resources, in one step: a process that ends has moved all of them or none.
 * @throws ServiceError when the stacks have changed so that it is no longer possible
 */
export function executeRefactor(refactor: StackRefactor, place: Place): void {
  const { cloud } = place;
  const { moves } = refactor;
  const ends = refactored(refactor, place);
  for (const { source } of moves) {
    const old = stackNamed(source.stack, place)?.resources.get(source.logicalId)?.deployed;
    if (old !== undefined) cloud.registry.remove(old.existing);
  }
  for (const end of ends) settle(end, moves, place);
}

function settle({ copy, deployment, plan }: Refactored, moves: readonly Move[], place: Place): void {
  const { cloud, account, region } = place;
  const found = stackNamed(copy.name, place);
  const stack = found ?? copy;
  if (found === undefined) cloud.stacks(account, region).push(copy);
  const verb = found === undefined ? 'CREATE' : 'UPDATE';
  const recorder = new Recorder(stack, cloud, { id: '', clientRequestToken: undefined });
  recorder.stackStatus(`${verb}_IN_PROGRESS`, 'Stack refactor');
  const leaving = moves.filter(({ source }) => isIn(stack, source.stack));
  for (const { source } of leaving) {
    const resource = stack.resources.get(source.logicalId);
    if (resource === undefined || found === undefined) continue;
    const { logicalId, type, physicalId } = resource;
    recorder.event({ logicalId, type, physicalId, status: 'EXPORT_COMPLETE' });
  }
  const statuses = new Map([...stack.resources].map(([logicalId, { status }]) => [logicalId, status]));
  stack.resources.clear();
  for (const planned of plan.resources) {
    const { logicalId } = planned.declaration;
    const arrives = moves.some(
      ({ destination }) => isIn(stack, destination.stack) && destination.logicalId === logicalId,
    );
    putInto(planned, arrives ? 'IMPORT_COMPLETE' : (statuses.get(logicalId) ?? 'UPDATE_COMPLETE'), recorder, cloud);
  }
  stack.deployment = deployment;
  if (found !== undefined) stack.updatedAt = cloud.now();
  recorder.stackStatus(`${verb}_COMPLETE`);
  cloud.touch(stack);
}

function isIn({ name, id }: Stack, reference: string): boolean {
  return reference === name || reference === id;
}

/** Puts a resource into its stack. */
function putInto({ previous, declaration }: PlannedResource, status: string, recorder: Recorder, cloud: Cloud): void {
  if (previous === undefined) return;
  const { logicalId, type } = declaration;
  const { physicalId } = previous.identity;
  const deployed = { ...previous, declaration };
  if (status === 'IMPORT_COMPLETE') recorder.resource({ logicalId, type, physicalId, status }, deployed);
  else
    recorder.stack.resources.set(logicalId, {
      logicalId,
      type,
      physicalId,
      status,
      reason: undefined,
      timestamp: cloud.now(),
      deployed,
    });
  cloud.registry.add(deployed.existing);
}
