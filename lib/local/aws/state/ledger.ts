import { CodedError } from '../../../messages';
import { verified } from './checksum';
import { blobsOf, decode, encode } from './codec';
import type { HistoryLimits } from './history';
import { History } from './history';
import { historyPrefix, Segments } from './segments';
import type { Change, StateStore } from './store';
import { Table } from './table';

/**
 * Batches whose numbers are kept, each in a record of its own. The store skips what it cannot read of its log; the log
 * holds fewer batches than this, so a batch that was skipped is seen as a number that is missing.
 */
const numberedBatches = 32_768;
/** Batches after which a text or body that no record needs is removed: until then an operation may still read it. */
const graceBatches = 256;
/** Written between the name of a table and the key of a record. */
const separator = '\u0000';
const tables = 't/';
const blobs = 'b/';
const numbers = 'n/';
/** After every key that begins with a prefix: keys are UTF-8, which never holds this byte. */
const after = (prefix: string): string => `${prefix}\uffff`;

/** How a table is written. */
interface TableOptions {
  readonly release?: true;
  readonly later?: true;
}

/** Milliseconds after which a change is written that no answer waits for. */
const laterMs = 200;

/** Length and oldest kept entry of a history, when entries were dropped the last time. */
interface HistoryHead {
  readonly first: number;
  readonly length: number;
}

/**
 * The state of the local cloud as tables and histories. Without a store they are plain memory. With one, every change is
 * noted, and `flush` writes what was noted as one batch.
 */
export class Ledger {
  /** Called once when a batch cannot be written. */
  failed: (error: unknown) => void = () => undefined;
  /** Called before a batch is put together: puts into tables what is kept elsewhere. */
  prepare: () => void = () => undefined;
  readonly #store: StateStore | undefined;
  readonly #tables = new Map<string, Table<unknown>>();
  /** Records that were read and whose table nobody asked for yet: by table, key to text. */
  readonly #unread = new Map<string, Map<string, string>>();
  readonly #changed = new Map<string, { readonly table: string; readonly key: string }>();
  readonly #segments: Segments;
  readonly #dropped: string[] = [];
  readonly #ordinals = new Map<string, number>();
  readonly #blobsOf = new Map<string, readonly string[]>();
  readonly #uses = new Map<string, number>();
  /** Texts and bodies that no record needs, with the batch that removed the last use. */
  readonly #unused = new Map<string, number>();
  readonly #released = new Set<string>();
  readonly #later = new Set<string>();
  /** What takes written bodies out of the memory, once they are written. */
  readonly #releases: (() => void)[] = [];
  #ordinal = 0;
  #batch = 0;
  /** Whether something changed that an answer may tell of. */
  #urgent = false;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #failure: unknown;

  /** Use `Ledger.open` for one with a store. */
  constructor(store?: StateStore) {
    this.#store = store;
    this.#segments = new Segments((key) => {
      const bytes = store?.read(key);
      return bytes === undefined ? undefined : this.#decode(content(key, bytes));
    });
  }

  /** Reads what a store holds. @throws CodedError (StateDamaged) when something that was written is missing or changed */
  static async open(store: StateStore): Promise<Ledger> {
    const ledger = new Ledger(store);
    await ledger.#readNumbers(store);
    await ledger.#readTables(store);
    for await (const key of store.keys(blobs, after(blobs))) {
      const hash = key.slice(blobs.length);
      if (!ledger.#uses.has(hash)) ledger.#unused.set(hash, -graceBatches);
    }
    const segments: string[] = [];
    for await (const key of store.keys(historyPrefix, after(historyPrefix))) segments.push(key);
    ledger.#segments.take(segments);
    return ledger;
  }

  /** Whether the state outlives the process. */
  get lasting(): boolean {
    return this.#store !== undefined;
  }

  /** Why nothing can be written any more. */
  get failure(): unknown {
    return this.#failure;
  }

  /**
   * The table with a name, with what was stored of it. Everyone who asks gets the same table.
   * @param options `release`: once written, bodies leave the memory and are read when they are asked for; `later`: a change
   * alone makes no answer wait
   */
  table<V>(name: string, options: TableOptions = {}): Table<V> {
    const found = this.#tables.get(name);
    // A table holds what its name says: nothing else writes under the name.
    if (found !== undefined) return found as Table<V>;
    const unread = this.#unread.get(name) ?? new Map<string, string>();
    this.#unread.delete(name);
    const records = [...unread].map(([key, text]) => {
      const [ordinal, value] = this.#decode(text) as readonly [number, V];
      this.#ordinals.set(recordKey(name, key), ordinal);
      return { key, ordinal, value };
    });
    records.sort((left, right) => left.ordinal - right.ordinal);
    const table = new Table<V>(
      (key) => {
        this.#mark(name, key);
      },
      records.map(({ key, value }) => [key, value] as const),
    );
    if (options.release === true) this.#released.add(name);
    if (options.later === true) this.#later.add(name);
    this.#tables.set(name, table);
    return table;
  }

  /** Removes a table with all its records. */
  drop(name: string): void {
    this.table(name).clear();
    this.#tables.delete(name);
    this.#released.delete(name);
  }

  /** Names of the tables that hold records. */
  names(): readonly string[] {
    const known = [...this.#tables].filter(([, table]) => table.size > 0).map(([name]) => name);
    return [...new Set([...known, ...this.#unread.keys()])].sort();
  }

  /**
   * The history with a name.
   * @param options `later`: an entry alone makes no answer wait
   */
  history<E>(name: string, limits: HistoryLimits, options: Pick<TableOptions, 'later'> = {}): History<E> {
    if (this.#store === undefined) return new History(limits, undefined);
    const later = options.later === true;
    const heads = this.table<HistoryHead>(later ? 'later-histories' : 'histories', options);
    const head = heads.get(name) ?? { first: 0, length: 0 };
    let length = Math.max(head.length, this.#segments.length(name));
    const begun = { first: head.first, length };
    return new History<E>(
      limits,
      {
        // A history holds what its name says: nothing else writes under the name.
        read: (index) => this.#segments.read(name, index) as E | undefined,
        append: (index, entry) => {
          length = index + 1;
          this.#segments.append(name, index, entry);
          if (!later) this.#urgent = true;
        },
        drop: (before) => {
          this.#dropped.push(...this.#segments.drop(name, before));
          heads.set(name, { first: before, length });
        },
      },
      begun,
    );
  }

  /** Removes a history with all its entries. */
  forget(name: string): void {
    this.#dropped.push(...this.#segments.forget(name));
    this.#urgent = true;
    this.table<HistoryHead>('histories').delete(name);
  }

  /** Something changed that `prepare` puts into tables. */
  urge(): void {
    this.#urgent = true;
  }

  /**
   * Writes everything that changed before an answer is sent that may tell of it; requests that wait at the same time
   * share a batch. Rejects when it cannot be written, then and ever after.
   */
  flush(): Promise<void> {
    if (this.#store === undefined) return Promise.resolve();
    if (this.#urgent || this.#failure !== undefined) return this.write();
    this.soon();
    // What the answer tells of may be in the batch that is being written.
    return this.#running.then(() => {
      if (this.#failure !== undefined) throw this.#failure as Error;
    });
  }

  /** Writes everything that changed in a moment, together with what changes until then. */
  soon(): void {
    if (this.#store === undefined || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.write().catch(() => undefined);
    }, laterMs).unref();
  }

  /** Writes everything that changed. Rejects when it cannot be written, then and ever after. */
  write(): Promise<void> {
    const store = this.#store;
    if (store === undefined) return Promise.resolve();
    this.#next ??= this.#running.then(async () => {
      this.#next = undefined;
      await this.#write(store);
    });
    this.#running = this.#next.catch(() => undefined);
    return this.#next;
  }

  /** Writes what is left and closes the store. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      if (this.#failure === undefined) await this.write();
    } finally {
      await this.#store?.close();
    }
  }

  async #write(store: StateStore): Promise<void> {
    // What was noted for a batch that failed is lost to the store: going on would write a state that nobody was told of.
    if (this.#failure !== undefined) throw this.#failure as Error;
    this.prepare();
    this.#urgent = false;
    // The batch holds what the timer would write.
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#changed.size + this.#dropped.length === 0 && !this.#segments.waiting) return;
    try {
      this.#batch += 1;
      const batch = [...this.#encodeRecords(), ...this.#encodeHistories(), ...this.#collect()];
      batch.push({ key: numberKey(this.#batch), value: String(this.#batch) });
      await store.write(batch);
      store.acknowledge(this.#batch);
      for (const release of this.#releases.splice(0)) release();
      this.#segments.written();
    } catch (error) {
      this.#failure = error;
      this.failed(error);
      throw error;
    }
  }

  #encodeRecords(): Change[] {
    const changes: Change[] = [];
    for (const [record, { table, key }] of this.#changed) {
      const held = this.#tables.get(table);
      if (held?.has(key) !== true) {
        changes.push({ key: record, value: undefined });
        this.#ordinals.delete(record);
        this.#use(record, []);
        continue;
      }
      let ordinal = this.#ordinals.get(record);
      if (ordinal === undefined) this.#ordinals.set(record, (ordinal = this.#ordinal += 1));
      const { text, blobs: own } = encode([ordinal, held.get(key)]);
      for (const [hash, bytes] of own) {
        if (!this.#uses.has(hash) && !this.#unused.has(hash)) changes.push({ key: blobs + hash, value: bytes });
      }
      this.#use(record, [...own.keys()]);
      changes.push({ key: record, value: text });
      const value = held.get(key);
      if (own.size > 0 && this.#released.has(table)) {
        this.#releases.push(() => {
          if (held.get(key) === value) held.exchange(key, (this.#decode(text) as readonly [number, unknown])[1]);
        });
      }
    }
    this.#changed.clear();
    return changes;
  }

  #encodeHistories(): Change[] {
    const segments = this.#segments.batch().map(({ key, entries }) => ({ key, value: encode(entries, false).text }));
    return [...segments, ...this.#dropped.splice(0).map((key) => ({ key, value: undefined }))];
  }

  /** Texts and bodies that nobody has needed for long enough. */
  #collect(): Change[] {
    const changes: Change[] = [];
    for (const [hash, since] of this.#unused) {
      if (since + graceBatches > this.#batch) break;
      this.#unused.delete(hash);
      changes.push({ key: blobs + hash, value: undefined });
    }
    return changes;
  }

  #use(record: string, hashes: readonly string[]): void {
    const before = this.#blobsOf.get(record) ?? [];
    for (const hash of hashes) {
      this.#uses.set(hash, (this.#uses.get(hash) ?? 0) + 1);
      this.#unused.delete(hash);
    }
    for (const hash of before) {
      const left = (this.#uses.get(hash) ?? 1) - 1;
      if (left > 0) this.#uses.set(hash, left);
      else {
        this.#uses.delete(hash);
        this.#unused.set(hash, this.#batch);
      }
    }
    if (hashes.length === 0) this.#blobsOf.delete(record);
    else this.#blobsOf.set(record, hashes);
  }

  #mark(table: string, key: string): void {
    if (this.#store === undefined) return;
    this.#changed.set(recordKey(table, key), { table, key });
    if (!this.#later.has(table)) this.#urgent = true;
  }

  #decode(text: string): unknown {
    return decode(text, (hash) => {
      const key = blobs + hash;
      const bytes = this.#store?.read(key);
      if (bytes === undefined) throw damaged(key, 'a text or body that a record needs is missing');
      return contentBytes(key, bytes);
    });
  }

  async #readNumbers(store: StateStore): Promise<void> {
    const seen = new Set<number>();
    for await (const [key, value] of store.range(numbers, after(numbers))) seen.add(Number(content(key, value)));
    this.#batch = Math.max(0, ...seen);
    for (let number = this.#batch; number > Math.max(0, this.#batch - numberedBatches); number -= 1) {
      if (!seen.has(number)) throw damaged(numberKey(number), `batch ${number} of ${this.#batch} is missing`);
    }
    const acknowledged = store.acknowledged();
    if (this.#batch >= acknowledged) return;
    throw damaged(numberKey(acknowledged), `${acknowledged} batches were acknowledged, ${this.#batch} are there`);
  }

  async #readTables(store: StateStore): Promise<void> {
    for await (const [record, value] of store.range(tables, after(tables))) {
      const text = content(record, value);
      const [name = '', ...key] = record.slice(tables.length).split(separator);
      const records = this.#unread.get(name) ?? new Map<string, string>();
      this.#unread.set(name, records.set(key.join(separator), text));
      this.#use(record, blobsOf(text));
      this.#ordinal = Math.max(this.#ordinal, Number(/^\[(\d+)/.exec(text)?.[1]));
    }
  }
}

function recordKey(table: string, key: string): string {
  return `${tables}${table}${separator}${key}`;
}

function numberKey(batch: number): string {
  return `${numbers}${String(batch % numberedBatches).padStart(5, '0')}`;
}

function content(key: string, value: Buffer): string {
  return contentBytes(key, value).toString('utf8');
}

function contentBytes(key: string, value: Buffer): Buffer {
  const bytes = verified(value);
  if (bytes !== undefined) return bytes;
  throw damaged(key, 'a record is not what was written');
}

function damaged(place: string, message: string): CodedError {
  return new CodedError('StateDamaged', { place: place.replace(separator, '/'), message });
}
