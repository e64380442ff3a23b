import { crc32 } from 'node:zlib';

/** Bytes of a checksum. */
const checksumBytes = 4;

/** A value with its checksum in front, as records hold it: the store verifies what it compresses, not every byte. */
export function checked(value: string | Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(checksumBytes + Buffer.byteLength(value));
  if (typeof value === 'string') bytes.write(value, checksumBytes);
  else value.copy(bytes, checksumBytes);
  bytes.writeUInt32BE(crc32(bytes.subarray(checksumBytes)));
  return bytes;
}

/** The value behind a checksum; undefined when it is not what was written. */
export function verified(value: Buffer): Buffer | undefined {
  const bytes = value.subarray(checksumBytes);
  return value.length >= checksumBytes && value.readUInt32BE() === crc32(bytes) ? bytes : undefined;
}
