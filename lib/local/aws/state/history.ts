/** What a history reads and writes. */
export interface HistoryStore<E> {
  /** An entry that was written; undefined when it was dropped. */
  read(index: number): E | undefined;
  /** Called for each new entry. */
  append(index: number, entry: E): void;
  /** Called when the entries before an index are dropped. */
  drop(before: number): void;
}

/** Entries in memory beside a state folder: pages of a console are this long, and older ones are read from the folder. */
const recent = 100;

/** How much of a history is kept. */
export interface HistoryLimits {
  /** Entries that are kept without a state folder. */
  readonly inMemory: number;
  /** Entries that a state folder keeps. @default - all */
  readonly onDisk?: number;
}

/** Entries in the order in which they came: events, requests. What is only history is kept in the state folder. */
export class History<E> {
  #first: number;
  /** Index of the first entry in `#tail`. */
  #start: number;
  #tail: E[] = [];

  /**
   * @param store undefined keeps the last entries in memory
   * @param length number of entries so far, those that were dropped included
   */
  constructor(
    private readonly limits: HistoryLimits,
    private readonly store: HistoryStore<E> | undefined,
    { first, length }: { readonly first: number; readonly length: number } = { first: 0, length: 0 },
  ) {
    this.#first = first;
    this.#start = length;
  }

  /** Number of entries so far, those that were dropped included. */
  get length(): number {
    return this.#start + this.#tail.length;
  }

  /** Index of the oldest entry that is kept. */
  get first(): number {
    return this.#first;
  }

  push(entry: E): void {
    this.store?.append(this.length, entry);
    this.#tail.push(entry);
    const limit = this.store === undefined ? this.limits.inMemory : recent;
    // Dropped in groups: moving the whole list for each entry would cost more than the list.
    if (this.#tail.length < limit * 2) return;
    const gone = this.#tail.length - limit;
    this.#tail = this.#tail.slice(gone);
    this.#start += gone;
    this.#dropBefore(this.store === undefined ? this.#start : this.length - (this.limits.onDisk ?? Infinity));
  }

  /** The last entry. */
  last(): E | undefined {
    return this.slice(this.length - 1)[0];
  }

  /** Entries from an index up to another one; those that were dropped are left out. */
  slice(from = 0, to = this.length): readonly E[] {
    const start = Math.max(from, this.#first);
    const old: E[] = [];
    for (let index = start; index < Math.min(to, this.#start); index += 1) {
      const entry = this.store?.read(index);
      if (entry !== undefined) old.push(entry);
    }
    return [...old, ...this.#tail.slice(Math.max(0, start - this.#start), Math.max(0, to - this.#start))];
  }

  /** Leaves nothing in memory; with a state folder every entry remains there. */
  rest(): void {
    this.#start = this.length;
    this.#tail = [];
    if (this.store === undefined) this.#dropBefore(this.#start);
  }

  #dropBefore(index: number): void {
    if (index <= this.#first) return;
    this.store?.drop(index);
    this.#first = index;
  }
}
