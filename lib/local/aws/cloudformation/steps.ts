import type { JsonObject } from '../../../constraints/json';
import { ResourceFailure } from '../providers/provider';
import type { ExistingResource } from '../state/registry';
import { adoptResource, createResource, removeResource, restoreResource, updateResource } from './apply-resource';
import type { DeployedResource } from './deployed';
import { synchronized } from './drift-aware';
import { assertNoFault } from './fault';
import { shownOf } from './hidden';
import type { Step } from './operation';
import type { PlannedResource } from './planned';
import type { Recorder } from './recorder';
import { awaitSignals } from './wait';
import type { Work } from './work';

/** The failure of a new resource that is kept as it is, because its stack is not rolled back. */
export class KeptFailure extends ResourceFailure {
  constructor(
    reason: string,
    readonly kept: DeployedResource,
  ) {
    super(reason);
    this.name = 'KeptFailure';
  }
}

/**
 * Creates, changes or replaces a resource as planned.
 * @param last whether it is the last of its stack
 * @throws ResourceFailure with the reason
 */
export function apply(planned: PlannedResource, recorder: Recorder, last: boolean): Work<Step> {
  const { previous, change, imported } = planned;
  if (imported !== undefined) return adopt(planned, imported, recorder);
  if (previous === undefined) return add(planned, recorder, last);
  if (change.action === 'SyncWithActual') return sync(planned, previous, recorder);
  return change.replace ? replace(planned, previous, recorder) : modify(planned, previous, recorder);
}

function* add(planned: PlannedResource, recorder: Recorder, last: boolean): Work<Step> {
  const { logicalId, type } = planned.declaration;
  const properties = shownOf(planned);
  const kept = recorder.stack.resources.get(logicalId)?.deployed;
  recorder.resource({ logicalId, type, physicalId: '', status: 'CREATE_IN_PROGRESS', properties }, kept);
  yield* assertNoFault(recorder, { logicalId, type, action: 'create', last });
  // A failed creation that was kept gives way to the next one.
  if (kept !== undefined) yield* removeResource(recorder.stack, kept, recorder.cloud);
  const created = yield* createResource(recorder.stack, planned, recorder.cloud);
  const step = { logicalId, type, physicalId: created.identity.physicalId, properties };
  recorder.event({ ...step, status: 'CREATE_IN_PROGRESS', reason: 'Resource creation Initiated' });
  const attributes = yield* signalled(created, planned, recorder);
  const deployed = attributes === undefined ? created : { ...created, made: { ...created.made, attributes } };
  recorder.resource({ ...step, status: 'CREATE_COMPLETE' }, deployed);
  return { logicalId, type, kind: 'create', previous: undefined, deployed };
}

/** Waits for the signals of a new resource; without them it is deleted, unless failures are kept. @throws ResourceFailure */
function* signalled(
  created: DeployedResource,
  planned: PlannedResource,
  recorder: Recorder,
): Work<JsonObject | undefined> {
  try {
    return yield* awaitSignals(planned, recorder);
  } catch (error) {
    if (!(error instanceof ResourceFailure)) throw error;
    const { running } = recorder.stack;
    // A stack that is not rolled back keeps the resource as it is, so that its owner can look at it.
    const ends = running?.interrupt !== undefined && running.interrupt !== 'timeout';
    if (running?.disableRollback !== true || ends) {
      yield* removeResource(recorder.stack, created, recorder.cloud);
      throw error;
    }
    throw new KeptFailure(error.message, created);
  }
}

function* adopt(planned: PlannedResource, imported: ExistingResource, recorder: Recorder): Work<Step> {
  const { logicalId, type } = planned.declaration;
  const { physicalId } = imported;
  const properties = shownOf(planned);
  const step = { logicalId, type, physicalId, properties };
  recorder.resource({ ...step, status: 'IMPORT_IN_PROGRESS', reason: 'Resource import started.' }, undefined);
  yield* assertNoFault(recorder, { logicalId, type, action: 'create' });
  const deployed = adoptResource(recorder.stack, planned, imported, recorder.cloud);
  recorder.resource({ ...step, status: 'IMPORT_COMPLETE', reason: 'Resource import completed.' }, deployed);
  return { logicalId, type, kind: 'import', previous: undefined, deployed, imported };
}

function* modify(planned: PlannedResource, previous: DeployedResource, recorder: Recorder): Work<Step> {
  const { logicalId, type } = planned.declaration;
  // The service reports no update for a change of metadata or policies alone: it changes no resource.
  if (planned.change.details.every(({ attribute }) => attribute !== 'Properties')) {
    const deployed = yield* updateResource(recorder.stack, planned, previous, recorder.cloud);
    recorder.keep(logicalId, deployed);
    return { logicalId, type, kind: 'declaration', previous, deployed };
  }
  const step = { logicalId, type, physicalId: previous.identity.physicalId };
  recorder.resource({ ...step, status: 'UPDATE_IN_PROGRESS', properties: shownOf(planned) }, previous);
  yield* assertNoFault(recorder, { logicalId, type, action: 'update' });
  const deployed = yield* updateResource(recorder.stack, planned, previous, recorder.cloud);
  const { physicalId } = deployed.identity;
  recorder.resource({ ...step, physicalId, status: 'UPDATE_COMPLETE', properties: shownOf(planned) }, deployed);
  // A service that answers with another physical id has made another resource.
  return {
    logicalId,
    type,
    kind: physicalId === planned.identity.physicalId ? 'update' : 'replace',
    previous,
    deployed,
    live: planned.drift?.live?.existing,
  };
}

/** Notes that a resource is as its template says; it is not changed, and there is no event. */
// eslint-disable-next-line require-yield -- a step that takes no time
function* sync(planned: PlannedResource, previous: DeployedResource, recorder: Recorder): Work<Step> {
  const { logicalId, type } = planned.declaration;
  const deployed = synchronized(previous, planned);
  recorder.keep(logicalId, deployed);
  return { logicalId, type, kind: 'sync', previous, deployed };
}

function* replace(planned: PlannedResource, previous: DeployedResource, recorder: Recorder): Work<Step> {
  const { logicalId, type } = planned.declaration;
  const before = previous.identity.physicalId;
  const properties = shownOf(planned);
  const reason = 'Requested update requires the creation of a new physical resource; hence creating one.';
  recorder.resource(
    { logicalId, type, physicalId: before, status: 'UPDATE_IN_PROGRESS', reason, properties },
    previous,
  );
  yield* assertNoFault(recorder, { logicalId, type, action: 'create' });
  const deployed = yield* createResource(recorder.stack, planned, recorder.cloud);
  const step = { logicalId, type, physicalId: deployed.identity.physicalId };
  recorder.event({ ...step, status: 'UPDATE_IN_PROGRESS', reason: 'Resource creation Initiated' });
  recorder.resource({ ...step, status: 'UPDATE_COMPLETE', properties }, deployed);
  return { logicalId, type, kind: 'replace', previous, deployed };
}

/** Puts back what an update changed. @throws ResourceFailure when its service refuses */
export function* restore(step: Step, recorder: Recorder): Work {
  const { logicalId, type, previous, deployed } = step;
  if (previous === undefined || deployed === undefined) return;
  if (step.kind === 'sync') {
    recorder.keep(logicalId, previous);
    return;
  }
  if (step.kind === 'declaration') {
    yield* restoreResource(recorder.stack, deployed, previous, recorder.cloud);
    recorder.keep(logicalId, previous);
    return;
  }
  const { physicalId } = previous.identity;
  const properties = shownOf(previous);
  recorder.resource({ logicalId, type, physicalId, status: 'UPDATE_IN_PROGRESS', properties }, deployed);
  if (step.kind === 'update') {
    yield* assertNoFault(recorder, { logicalId, type, action: 'update' });
    // What had drifted drifts again: a rollback restores what was there (same page as drift-aware change sets).
    const before = step.live === undefined ? previous : { ...previous, existing: step.live };
    yield* restoreResource(recorder.stack, deployed, before, recorder.cloud);
  }
  recorder.resource({ logicalId, type, physicalId, status: 'UPDATE_COMPLETE', properties }, previous);
}
