/** One change of a stored record; `undefined` removes it. */
export interface Change {
  readonly key: string;
  readonly value: string | Buffer | undefined;
}

/** Where records are kept: each with the checksum of its value in front. One process writes; a batch is written as a whole or not at all. */
export interface StateStore {
  /** Every record with a key in a range, in any order. */
  range(from: string, to: string): AsyncIterable<readonly [key: string, value: Buffer]>;
  /** Every key in a range, in any order. */
  keys(from: string, to: string): AsyncIterable<string>;
  /** One record. @throws CodedError (StateDamaged) when it cannot be read as it was written */
  read(key: string): Buffer | undefined;
  /** Writes a batch; when the promise resolves, the batch survives the end of the process. */
  write(batch: readonly Change[]): Promise<void>;
  /** Notes that the batches up to a number are written, apart from the records themselves. */
  acknowledge(batch: number): void;
  /** The number that was noted last. */
  acknowledged(): number;
  close(): Promise<void>;
}
