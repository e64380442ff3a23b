/** A block of IPv4 addresses. */
export interface CidrBlock {
  /** The first and the last address as numbers. */
  readonly first: number;
  readonly last: number;
  /** Bits of the network part. */
  readonly bits: number;
}

/** Reads a block such as `10.0.0.0/16`; undefined for any other text. */
export function readCidr(text: string | undefined): CidrBlock | undefined {
  const [, address = '', length = ''] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(text ?? '') ?? [];
  const bytes = address.split('.').map(Number);
  const bits = Number(length);
  if (length === '' || bytes.some((byte) => byte > 255) || bits > 32) return undefined;
  const size = 2 ** (32 - bits);
  const given = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const first = Math.floor(given / size) * size;
  return { first, last: first + size - 1, bits };
}

/** Whether a block is part of another. */
export function isWithin(inner: CidrBlock, outer: CidrBlock): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

/** Whether two blocks share an address. */
export function overlaps(one: CidrBlock, other: CidrBlock): boolean {
  return one.first <= other.last && other.first <= one.last;
}
