import { createHash } from 'node:crypto';
import { ServiceError } from '../../errors';

/** A checksum that S3 keeps of an object: its algorithm as in `x-amz-checksum-<algorithm>`, and its value in base64. */
export interface Checksum {
  readonly algorithm: string;
  readonly value: string;
}

/** Polynomials in reversed bit order. Source: RFC 3720 (CRC32C), NVM Express base specification (CRC64NVME), ISO 3309 (CRC32). */
const polynomials: Readonly<Record<string, { readonly bits: 32 | 64; readonly polynomial: bigint }>> = {
  crc32: { bits: 32, polynomial: 0xed_b8_83_20n },
  crc32c: { bits: 32, polynomial: 0x82_f6_3b_78n },
  crc64nvme: { bits: 64, polynomial: 0x9a_6c_93_29_ac_4b_c9_b5n },
};
const hashes: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha256', 'sha512']);

/** Algorithms that are verified here. S3 knows xxHash too; those are refused by name. */
export const checksumAlgorithms: readonly string[] = [...Object.keys(polynomials), ...hashes];

/** The checksum of bytes in base64. @throws ServiceError (NotImplemented) for an algorithm that is not verified here */
export function checksumOf(algorithm: string, body: Buffer): string {
  if (hashes.has(algorithm)) return createHash(algorithm).update(body).digest('base64');
  const crc = Object.hasOwn(polynomials, algorithm) ? polynomials[algorithm] : undefined;
  if (crc === undefined) {
    throw new ServiceError('NotImplemented', `The local cloud does not verify checksums of ${algorithm}`, 501);
  }
  return cyclic(body, tableOf(algorithm, crc.polynomial), crc.bits).toString('base64');
}

/** For each byte the high and the low 32 bits of its remainder: numbers of 64 bits are too slow for megabytes. */
interface RemainderTable {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

const tables = new Map<string, RemainderTable>();

function tableOf(algorithm: string, polynomial: bigint): RemainderTable {
  const found = tables.get(algorithm);
  if (found !== undefined) return found;
  const table = { high: new Uint32Array(256), low: new Uint32Array(256) };
  for (let byte = 0; byte < 256; byte += 1) {
    let remainder = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >> 1n) ^ ((remainder & 1n) === 1n ? polynomial : 0n);
    table.high[byte] = Number(remainder >> 32n);
    table.low[byte] = Number(remainder & 0xff_ff_ff_ffn);
  }
  tables.set(algorithm, table);
  return table;
}

function cyclic(body: Buffer, { high, low }: RemainderTable, bits: 32 | 64): Buffer {
  let upper = bits === 64 ? 0xff_ff_ff_ff : 0;
  let lower = 0xff_ff_ff_ff;
  for (const byte of body) {
    const index = (lower ^ byte) & 0xff;
    lower = ((lower >>> 8) | (upper << 24)) ^ (low[index] ?? 0);
    upper = (upper >>> 8) ^ (high[index] ?? 0);
  }
  const answer = Buffer.alloc(bits / 8);
  if (bits === 64) answer.writeUInt32BE(~upper >>> 0, 0);
  answer.writeUInt32BE(~lower >>> 0, bits / 8 - 4);
  return answer;
}
