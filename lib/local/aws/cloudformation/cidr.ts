/**
 * The blocks of `Fn::Cidr`, IPv4 and IPv6.
 * @param hostBits bits left for hosts in each block; @default - 8 for IPv4, 64 for IPv6
 * @returns undefined when the block cannot be read or has no room for that many subnets
 */
export function cidrBlocks(block: string, count: number, hostBits?: number): readonly string[] | undefined {
  const [address = '', prefixText = ''] = block.split('/');
  const v6 = address.includes(':');
  const width = v6 ? 128 : 32;
  const prefix = Number(prefixText);
  const bits = hostBits ?? (v6 ? 64 : 8);
  const base = v6 ? parseV6(address) : parseV4(address);
  const fits = Number.isInteger(count) && count >= 1 && count <= 256 && Number.isInteger(bits) && bits >= 1;
  if (base === undefined || prefixText === '' || !fits || width - bits < prefix) return undefined;
  if (BigInt(count) > 1n << BigInt(width - bits - prefix)) return undefined;
  const network = (base >> BigInt(width - prefix)) << BigInt(width - prefix);
  return Array.from({ length: count }, (_unused, index) => {
    const start = network + (BigInt(index) << BigInt(bits));
    return `${v6 ? formatV6(start) : formatV4(start)}/${width - bits}`;
  });
}

function parseV4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function parseV6(address: string): bigint | undefined {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (missing < 0 || (tail === undefined && missing > 0)) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

function formatV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
}

function formatV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_unused, index) =>
    ((value >> BigInt(112 - index * 16)) & 65535n).toString(16),
  );
  return groups.join(':').replace(/(^|:)0(:0)+(:|$)/, '::');
}
