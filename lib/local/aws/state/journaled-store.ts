import { checked } from './checksum';
import { batchBytes, Journal } from './journal';
import type { Change, StateStore } from './store';
import { storeError } from './store-error';

/** Bytes of the journal, and its batches, after which what they changed is written to the records. */
const journalBytes = 262_144;
const journalBatches = 1_024;

/**
 * A store with a journal in front: a batch is one append to a file. A record that many batches change is written to the
 * records once, where the database sorts, compresses and merges it.
 */
export class JournaledStore implements StateStore {
  readonly #journal: Journal;
  /** What the journal holds: the last value of each record, undefined where it is removed. */
  readonly #pending = new Map<string, string | Buffer | undefined>();
  #batches: number;

  /** @throws CodedError (StateNotWritable, StateFull) */
  constructor(
    private readonly records: StateStore,
    file: string,
    private readonly folder: string,
  ) {
    this.#journal = this.#files(() => new Journal(file));
    for (const batch of this.#journal.batches) this.#remember(batch);
    this.#batches = this.#journal.batches.length;
  }

  async *range(from: string, to: string): AsyncIterable<readonly [string, Buffer]> {
    for await (const record of this.records.range(from, to)) if (!this.#pending.has(record[0])) yield record;
    for (const [key, value] of this.#pending)
      if (value !== undefined && key >= from && key < to) yield [key, checked(value)];
  }

  async *keys(from: string, to: string): AsyncIterable<string> {
    for await (const key of this.records.keys(from, to)) if (!this.#pending.has(key)) yield key;
    for (const [key, value] of this.#pending) if (value !== undefined && key >= from && key < to) yield key;
  }

  read(key: string): Buffer | undefined {
    const value = this.#pending.get(key);
    if (value !== undefined) return checked(value);
    return this.#pending.has(key) ? undefined : this.records.read(key);
  }

  async write(batch: readonly Change[]): Promise<void> {
    const size = sizeOf(batch);
    if (this.#journal.bytes + size > journalBytes || this.#batches >= journalBatches) await this.#empty();
    // Nothing in the journal is older than a batch that goes to the records directly.
    if (size > journalBytes) return this.records.write(batch);
    this.#files(() => {
      this.#journal.append(batchBytes(batch));
    });
    this.#batches += 1;
    this.#remember(batch);
  }

  acknowledge(batch: number): void {
    this.records.acknowledge(batch);
  }

  acknowledged(): number {
    return this.records.acknowledged();
  }

  async close(): Promise<void> {
    this.#journal.close();
    await this.records.close();
  }

  /** A process that ends in between writes the same again when it starts again. */
  async #empty(): Promise<void> {
    if (this.#batches === 0) return;
    await this.records.write([...this.#pending].map(([key, value]) => ({ key, value })));
    this.#files(() => {
      this.#journal.clear();
    });
    this.#pending.clear();
    this.#batches = 0;
  }

  #remember(batch: readonly Change[]): void {
    for (const { key, value } of batch) this.#pending.set(key, value);
  }

  #files<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeError(error, this.folder);
    }
  }
}

/** About how many bytes a batch takes: characters of texts are counted as one. */
function sizeOf(batch: readonly Change[]): number {
  return batch.reduce((sum, { key, value = '' }) => sum + key.length + value.length, 0);
}
