import type { Json, JsonObject } from '../../../constraints/json';
import { isObject, scalarText } from '../../../constraints/json';
import { ResourceFailure } from '../providers/provider';
import type { PlannedResource } from './planned';
import type { Recorder } from './recorder';
import type { Signal } from './signals';
import type { Work } from './work';
import { settled } from './work';

/** The type that waits for signals and does nothing else. */
export const waitCondition = 'AWS::CloudFormation::WaitCondition';

/**
 * Types that wait for the signals of a `CreationPolicy`.
 * Source: CloudFormation template reference, "CreationPolicy attribute", 2026-11-30.
 */
const signalled = new Set([waitCondition, 'AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance']);

/** What a resource waits for before it is complete. */
interface Wait {
  readonly target: string;
  readonly count: number;
  readonly seconds: number;
  /** Whether the signals come through the URL of a handle. */
  readonly handle: boolean;
}

/** The target of SignalResource. */
export function signalTarget(stackId: string, logicalId: string): string {
  return `${stackId}|${logicalId}`;
}

function waitOf({ declaration, effective }: PlannedResource, stackId: string): Wait | undefined {
  const { type, logicalId, creationPolicy } = declaration;
  const handle = type === waitCondition ? scalarText(effective['Handle']) : undefined;
  if (handle !== undefined) {
    const target = URL.canParse(handle) ? new URL(handle).pathname : handle;
    const seconds = number(effective['Timeout']) ?? 0;
    return { target, count: number(effective['Count']) ?? 1, seconds, handle: true };
  }
  const policy: Json | undefined = isObject(creationPolicy) ? creationPolicy['ResourceSignal'] : undefined;
  if (!signalled.has(type) || !isObject(policy)) return undefined;
  const seconds = duration(scalarText(policy['Timeout']) ?? 'PT5M');
  return { target: signalTarget(stackId, logicalId), count: number(policy['Count']) ?? 1, seconds, handle: false };
}

/**
 * Waits for the signals of a resource that needs some.
 * @returns its attributes; undefined for a resource that waits for nothing
 * @throws ResourceFailure in the words of the service, for a signal of failure or too few in time
 */
export function* awaitSignals(planned: PlannedResource, recorder: Recorder): Work<JsonObject | undefined> {
  const { stack, cloud } = recorder;
  const wait = waitOf(planned, stack.id);
  if (wait === undefined) return undefined;
  const { signals } = cloud;
  const end = cloud.now().getTime() + wait.seconds * 1000;
  let seen = 0;
  for (;;) {
    const received = signals.received(wait.target);
    for (const signal of received.slice(seen)) note(signal, wait, planned, recorder);
    seen = received.length;
    if (seen >= wait.count) {
      signals.forget(wait.target);
      return { Data: JSON.stringify(Object.fromEntries(received.map(({ uniqueId, data }) => [uniqueId, data ?? '']))) };
    }
    const left = end - cloud.now().getTime();
    const arrival =
      left <= 0 ? 'late' : yield* settled(signals.next(wait.target, left, cloud.operations.signal(stack)));
    if (arrival === 'late') throw new ResourceFailure(tooFew(wait, seen));
    if (arrival === 'cancelled') throw new ResourceFailure('Resource creation cancelled');
  }
}

function note({ uniqueId, status, reason }: Signal, wait: Wait, planned: PlannedResource, recorder: Recorder): void {
  if (status === 'FAILURE') {
    recorder.cloud.signals.forget(wait.target);
    throw new ResourceFailure(
      wait.handle
        ? `WaitCondition received failed message: '${reason ?? ''}' for uniqueId: ${uniqueId}`
        : `Received FAILURE signal with UniqueId ${uniqueId}`,
    );
  }
  const { logicalId, type } = planned.declaration;
  const { physicalId } = planned.identity;
  recorder.event({
    logicalId,
    type,
    physicalId,
    status: 'CREATE_IN_PROGRESS',
    reason: `Received SUCCESS signal with UniqueId ${uniqueId}`,
  });
}

function tooFew({ handle, count }: Wait, seen: number): string {
  return handle
    ? `WaitCondition timed out. Received ${seen} conditions when expecting ${count}`
    : `Failed to receive ${count - seen} resource signal(s) within the specified duration`;
}

function number(value: Json | undefined): number | undefined {
  const text = scalarText(value);
  return text === undefined ? undefined : Number(text);
}

/** Seconds of an ISO 8601 duration such as `PT1H30M`. */
function duration(text: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
