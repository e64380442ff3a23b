import type { Cloud } from '../state/cloud';
import type { Operation } from './operation';
import type { Recorder } from './recorder';

/**
 * Why a creation that took too long fails. Source: TimeoutInMinutes of CreateStack, CloudFormation API reference,
 * 2026-11-30; words of the service in dpp/formica, formica/stack_waiter.py.
 */
export const tooLong = 'Stack creation time exceeded the specified timeout';

/** The longest time that a timer of Node takes, in milliseconds. */
const longestSleep = 2_147_483_647;

/** When a creation of so many minutes ends; undefined when it may take for ever. */
export function deadlineOf(minutes: number | undefined, cloud: Cloud): number | undefined {
  return minutes === undefined ? undefined : cloud.now().getTime() + minutes * 60_000;
}

/** Interrupts an operation that has taken too long. */
export function checkDeadline(operation: Operation, cloud: Cloud): void {
  if (operation.deadline !== undefined && cloud.now().getTime() >= operation.deadline)
    operation.interrupt ??= 'timeout';
}

/** Interrupts an operation at its deadline, and what it waits for then. @returns what ends the watch */
export function watchDeadline(operation: Operation, { stack, cloud }: Recorder): () => void {
  const { deadline } = operation;
  if (deadline === undefined) return () => undefined;
  const ended = new AbortController();
  const watch = async (): Promise<void> => {
    for (let left = deadline - cloud.now().getTime(); left > 0; left = deadline - cloud.now().getTime())
      await cloud.signals.sleep(Math.min(left, longestSleep), ended.signal);
    if (ended.signal.aborted) return;
    checkDeadline(operation, cloud);
    cloud.operations.interrupt(stack);
  };
  // A watch that is ended rejects its sleep; that is no fault.
  watch().catch(() => undefined);
  return () => {
    ended.abort();
  };
}
