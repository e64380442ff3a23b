import { checked } from '../../../../../lib/local/aws/state/checksum';
import type { Change, StateStore } from '../../../../../lib/local/aws/state/store';

/** A store in memory, which can be made to fail. */
export class MemoryStore implements StateStore {
  records = new Map<string, Buffer>();
  /** The next batch is refused with it. */
  fault: Error | undefined;
  batches = 0;
  #acknowledged = 0;

  async *range(from: string, to: string): AsyncIterable<readonly [string, Buffer]> {
    const keys = [...this.records.keys()].filter((key) => key >= from && key < to).sort();
    for (const key of keys) yield [key, this.records.get(key) ?? Buffer.alloc(0)];
    await Promise.resolve();
  }

  async *keys(from: string, to: string): AsyncIterable<string> {
    for await (const [key] of this.range(from, to)) yield key;
  }

  read(key: string): Buffer | undefined {
    return this.records.get(key);
  }

  async write(batch: readonly Change[]): Promise<void> {
    await Promise.resolve();
    if (this.fault !== undefined) throw this.fault;
    this.batches += 1;
    for (const { key, value } of batch) {
      if (value === undefined) this.records.delete(key);
      else this.records.set(key, checked(value));
    }
  }

  acknowledge(batch: number): void {
    this.#acknowledged = batch;
  }

  acknowledged(): number {
    return this.#acknowledged;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
