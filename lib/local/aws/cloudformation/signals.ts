import { setTimeout as sleep } from 'node:timers/promises';
import type { Table } from '../state/table';

/** What was sent to a resource that waits. */
export interface Signal {
  readonly uniqueId: string;
  readonly status: 'SUCCESS' | 'FAILURE';
  readonly reason: string | undefined;
  readonly data: string | undefined;
}

/** How a wait for the next signal ended. */
export type Arrival = 'signal' | 'late' | 'cancelled';

/** The signals of resources that wait for them, by target: a resource, or the path of a handle's URL. */
export class Signals {
  /** Tests put a clock of their own in its place. @param signal ends it early */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<unknown> = (milliseconds, signal) =>
    sleep(milliseconds, undefined, { signal });
  readonly #waiting = new Map<string, () => void>();

  constructor(private readonly records: Table<readonly Signal[]>) {}

  /** Notes a signal; one with an identifier that came before does not count again. */
  send(target: string, signal: Signal): void {
    const before = this.received(target);
    if (before.some(({ uniqueId }) => uniqueId === signal.uniqueId)) return;
    this.records.set(target, [...before, signal]);
    this.#waiting.get(target)?.();
  }

  received(target: string): readonly Signal[] {
    return this.records.get(target) ?? [];
  }

  forget(target: string): void {
    this.records.delete(target);
  }

  /** Waits for the next signal of a target. */
  async next(target: string, milliseconds: number, stopped: AbortSignal): Promise<Arrival> {
    const timer = new AbortController();
    const arrival = new Promise<Arrival>((resolve) => {
      this.#waiting.set(target, () => {
        resolve('signal');
      });
    });
    const late = this.sleep(milliseconds, AbortSignal.any([timer.signal, stopped])).then(
      (): Arrival => 'late',
      (): Arrival => 'cancelled',
    );
    try {
      return await Promise.race([arrival, late]);
    } finally {
      this.#waiting.delete(target);
      timer.abort();
    }
  }
}
