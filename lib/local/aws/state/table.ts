/** Called with the key of a record that was set, changed or deleted. */
export type Mark = (key: string) => void;

/**
 * Records by name. A change is written to the state folder, when there is one, before the request that made it is
 * answered. Values are plain data: strings, numbers, dates, bytes, lists, objects, maps and sets.
 */
export class Table<V> extends Map<string, V> {
  readonly #mark: Mark;

  constructor(mark: Mark, records: Iterable<readonly [string, V]> = []) {
    super();
    this.#mark = mark;
    for (const [key, value] of records) super.set(key, value);
  }

  override set(key: string, value: V): this {
    super.set(key, value);
    this.#mark(key);
    return this;
  }

  override delete(key: string): boolean {
    const deleted = super.delete(key);
    if (deleted) this.#mark(key);
    return deleted;
  }

  override clear(): void {
    for (const key of [...this.keys()]) this.delete(key);
  }

  /** Notes that a value was changed in place. */
  touch(key: string): void {
    if (this.has(key)) this.#mark(key);
  }

  /** Puts what the state folder holds in place of a value, which is the same value read from there. */
  exchange(key: string, value: V): void {
    if (this.has(key)) super.set(key, value);
  }
}
