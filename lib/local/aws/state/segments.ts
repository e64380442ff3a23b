const histories = 'h/';
/** Written between the name of a history and the index of an entry. */
const separator = '\u0000';

interface Segment {
  readonly key: string;
  /** Index of the first entry. */
  readonly first: number;
  readonly entries: unknown[];
}

/** What the keys of histories begin with. */
export const historyPrefix = histories;

/**
 * Entries of histories as they are stored: what came between two batches is one record, because a deployment of many
 * resources makes many entries at once.
 */
export class Segments {
  /** Indices of the first entries of the segments of each history, oldest first. */
  readonly #starts = new Map<string, number[]>();
  /** Segments that take entries until the next batch, by history. */
  #open = new Map<string, Segment>();
  /** Segments of the batch that is being written, by key. */
  readonly #unwritten = new Map<string, Segment>();
  #last: { readonly key: string; readonly entries: readonly unknown[] } | undefined;

  /** @param load reads a stored segment; undefined when there is none */
  constructor(private readonly load: (key: string) => unknown) {}

  /** Takes the keys of the segments that are stored, in any order. */
  take(keys: readonly string[]): void {
    for (const key of keys) {
      const end = key.lastIndexOf(separator);
      this.#startsOf(key.slice(histories.length, end)).push(Number(key.slice(end + separator.length)));
    }
    for (const starts of this.#starts.values()) starts.sort((left, right) => left - right);
  }

  /** Whether there are entries that no batch holds. */
  get waiting(): boolean {
    return this.#open.size > 0;
  }

  append(history: string, index: number, entry: unknown): void {
    let open = this.#open.get(history);
    if (open === undefined) {
      open = { key: segmentKey(history, index), first: index, entries: [] };
      this.#open.set(history, open);
      this.#startsOf(history).push(index);
    }
    open.entries.push(entry);
  }

  /** Number of entries of a history, those that were dropped included. */
  length(history: string): number {
    const open = this.#open.get(history);
    if (open !== undefined) return open.first + open.entries.length;
    const last = this.#startsOf(history).at(-1);
    return last === undefined ? 0 : last + this.#entries(segmentKey(history, last)).length;
  }

  /** An entry; undefined when it was dropped. */
  read(history: string, index: number): unknown {
    const open = this.#open.get(history);
    if (open !== undefined && index >= open.first) return open.entries[index - open.first];
    const first = lastUpTo(this.#startsOf(history), index);
    return first === undefined ? undefined : this.#entries(segmentKey(history, first))[index - first];
  }

  /** Forgets segments of which every entry is before an index. @returns their keys */
  drop(history: string, before: number): readonly string[] {
    const starts = this.#startsOf(history);
    const kept = starts.findIndex((_start, at) => (starts[at + 1] ?? Number.POSITIVE_INFINITY) > before);
    return starts.splice(0, Math.max(0, kept)).map((start) => segmentKey(history, start));
  }

  /** Forgets a history. @returns the keys of its segments */
  forget(history: string): readonly string[] {
    const keys = this.#startsOf(history).map((start) => segmentKey(history, start));
    this.#starts.delete(history);
    this.#open.delete(history);
    return keys;
  }

  /** The segments of a batch; what comes next is of another one. */
  batch(): readonly Segment[] {
    const batch = [...this.#open.values()];
    this.#open = new Map();
    for (const segment of batch) this.#unwritten.set(segment.key, segment);
    return batch;
  }

  /** The batch is written: its segments are read from the store from now on. */
  written(): void {
    this.#unwritten.clear();
  }

  #startsOf(history: string): number[] {
    const starts = this.#starts.get(history) ?? [];
    this.#starts.set(history, starts);
    return starts;
  }

  #entries(key: string): readonly unknown[] {
    const unwritten = this.#unwritten.get(key);
    if (unwritten !== undefined) return unwritten.entries;
    if (this.#last?.key !== key) {
      const loaded = this.load(key);
      // Earlier kits wrote each entry as a record.
      this.#last = { key, entries: Array.isArray(loaded) ? loaded : loaded === undefined ? [] : [loaded] };
    }
    return this.#last.entries;
  }
}

function segmentKey(history: string, first: number): string {
  return `${histories}${history}${separator}${String(first).padStart(12, '0')}`;
}

/** The last of ascending numbers that is not above a limit. */
function lastUpTo(numbers: readonly number[], limit: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : numbers[low - 1];
}
