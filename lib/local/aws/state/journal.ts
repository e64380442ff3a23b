import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Change } from './store';

/** Bytes before the changes of a batch: their length and checksum. */
const headBytes = 8;
/** Bytes before a change: the lengths of its key and its value. */
const fieldBytes = 8;
/** The length of a value that is removed. */
const removed = 0xff_ff_ff_ff;

/**
 * A file of batches, each appended with one call. The file system holds what was appended when the process is killed; the
 * last batch may be cut off, and is left out then.
 */
export class Journal {
  /** The batches that were there, oldest first. */
  readonly batches: readonly (readonly Change[])[];
  readonly #file: number;
  /** Bytes of whole batches. What comes after them is cut off before the next batch. */
  #bytes = 0;
  /** Whether something comes after them. */
  #torn: boolean;

  constructor(path: string) {
    this.#file = openSync(path, 'a+', 0o600);
    const batches: (readonly Change[])[] = [];
    const content = readFileSync(path);
    for (;;) {
      const batch = batchAt(content, this.#bytes);
      if (batch === undefined) break;
      batches.push(batch.changes);
      this.#bytes = batch.end;
    }
    this.batches = batches;
    this.#torn = this.#bytes < content.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  append(batch: Buffer): void {
    if (this.#torn) ftruncateSync(this.#file, this.#bytes);
    this.#torn = false;
    for (let written = 0; written < batch.length;) written += writeSync(this.#file, batch, written);
    this.#bytes += batch.length;
  }

  /** Forgets every batch: what they changed is in the records. */
  clear(): void {
    ftruncateSync(this.#file, 0);
    this.#bytes = 0;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Where batches are put together: a buffer of its own for each would keep the collector of garbage busy. */
let workspace = Buffer.alloc(0);

/** A batch as it is written. It is overwritten by the next call. */
export function batchBytes(batch: readonly Change[]): Buffer {
  let most = headBytes;
  // A character of a string takes 3 bytes at most.
  for (const { key, value = '' } of batch) most += fieldBytes + 3 * (key.length + value.length);
  if (workspace.length < most) workspace = Buffer.allocUnsafeSlow(most);
  const bytes = workspace;
  let at = headBytes;
  for (const { key, value } of batch) {
    const keyBytes = bytes.write(key, at + fieldBytes);
    const valueAt = at + fieldBytes + keyBytes;
    const valueBytes =
      value === undefined
        ? removed
        : typeof value === 'string'
          ? bytes.write(value, valueAt)
          : value.copy(bytes, valueAt);
    bytes.writeUInt32BE(keyBytes, at);
    bytes.writeUInt32BE(valueBytes, at + 4);
    at = valueBytes === removed ? valueAt : valueAt + valueBytes;
  }
  bytes.writeUInt32BE(at - headBytes, 0);
  bytes.writeUInt32BE(crc32(bytes.subarray(headBytes, at)), 4);
  return bytes.subarray(0, at);
}

/** The batch at a place; undefined where none is whole: the caller knows how many must be there. */
function batchAt(content: Buffer, start: number): { readonly changes: Change[]; readonly end: number } | undefined {
  const first = start + headBytes;
  if (content.length < first) return undefined;
  const end = first + content.readUInt32BE(start);
  if (content.length < end || crc32(content.subarray(first, end)) !== content.readUInt32BE(start + 4)) return undefined;
  const changes: Change[] = [];
  for (let at = first; at < end;) {
    const keyAt = at + fieldBytes;
    const valueAt = keyAt + content.readUInt32BE(at);
    const length = content.readUInt32BE(at + 4);
    const key = content.toString('utf8', keyAt, valueAt);
    at = length === removed ? valueAt : valueAt + length;
    changes.push({ key, value: length === removed ? undefined : content.subarray(valueAt, at) });
  }
  return { changes, end };
}
