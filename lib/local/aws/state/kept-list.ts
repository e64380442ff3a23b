import type { Table } from './table';

/** A value with its place in a list. */
export type Placed<T> = readonly [place: number, value: T];

/**
 * The records of one list whose entries are never changed, only replaced, added and removed. What is compared is whether
 * an entry is the same object, so that saving a long list of which little changed costs little.
 */
export class KeptList<T extends object> {
  readonly #known = new Map<string, Placed<T>>();
  readonly #names = new WeakMap<T, string>();
  #last = 0;
  #named = 0;

  constructor(
    private readonly table: Table<Placed<object>>,
    private readonly prefix: string,
  ) {}

  /** Takes an entry that was read, in the order of the places. */
  take(name: string, [place, value]: Placed<T>): void {
    this.#known.set(name, [place, value]);
    this.#names.set(value, name);
    this.#named = Math.max(this.#named, Number(name) || 0);
    this.#last = Math.max(this.#last, place);
  }

  /** Saves entries that have names. */
  saveNamed(entries: Iterable<readonly [name: string, value: T]>): void {
    const seen = new Set<string>();
    let before = -1;
    for (const [name, value] of entries) {
      seen.add(name);
      const known = this.#known.get(name);
      const inOrder = known !== undefined && known[0] > before;
      if (known === undefined || known[1] !== value || !inOrder) {
        const place = inOrder ? known[0] : (this.#last += 1);
        this.#known.set(name, [place, value]);
        this.table.set(this.prefix + name, [place, value]);
      }
      before = this.#known.get(name)?.[0] ?? before;
    }
    if (seen.size === this.#known.size) return;
    for (const name of [...this.#known.keys()].filter((known) => !seen.has(known))) this.#forget(name);
  }

  /** Saves entries that are told apart as objects. */
  save(entries: readonly T[]): void {
    this.saveNamed(
      entries.map((value) => {
        const name = this.#names.get(value) ?? String((this.#named += 1));
        this.#names.set(value, name);
        return [name, value] as const;
      }),
    );
  }

  /** Forgets every entry. */
  clear(): void {
    for (const name of [...this.#known.keys()]) this.#forget(name);
  }

  #forget(name: string): void {
    this.#known.delete(name);
    this.table.delete(this.prefix + name);
  }
}
