/** An IPv4 range: first and last address as numbers, and the length of its prefix. */
export interface Cidr {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** Reads `10.20.0.0/16`. Undefined for a text that is not a range, or a range with host bits. */
export function parseCidr(text: string): Cidr | undefined {
  const range = rangeAround(text);
  return range?.hostBits === 0 ? { first: range.first, last: range.last, prefix: range.prefix } : undefined;
}

/** The range that contains the address in `10.22.7.0/16`, and its host bits as a number. Undefined for other text. */
export function rangeAround(text: string): (Cidr & { readonly hostBits: number }) | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const numbers = match.slice(1).map(Number);
  const octets = numbers.slice(0, 4);
  const prefix = numbers[4] ?? 33;
  if (octets.some((octet) => octet > 255) || prefix > 32) return undefined;
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - prefix);
  const first = address - (address % size);
  return { first, last: first + size - 1, prefix, hostBits: address % size };
}

function addressOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** Whether two ranges share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** The first range with this prefix length inside a range, as text. */
export function firstSubnet(range: Cidr, prefix: number): string {
  return `${addressOf(range.first)}/${Math.max(prefix, range.prefix)}`;
}
