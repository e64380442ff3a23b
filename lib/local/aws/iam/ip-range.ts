/** Whether an address is in a range such as `203.0.113.0/24` or `2001:db8::/32`; a range without a length is one address. */
export function inIpRange(address: string, range: string): boolean {
  const [network = '', length] = range.split('/');
  const left = bits(address);
  const right = bits(network);
  if (left === undefined || right?.length !== left.length) return false;
  const count = length === undefined ? left.length : Number(length);
  return Number.isInteger(count) && count >= 0 && count <= left.length && left.startsWith(right.slice(0, count));
}

/** The address as binary digits: 32 or 128; undefined for text that is none. */
function bits(address: string): string | undefined {
  return address.includes(':') ? sixBits(address) : fourBits(address);
}

function fourBits(address: string): string | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.map((part) => Number(part).toString(2).padStart(8, '0')).join('');
}

function sixBits(address: string): string | undefined {
  const [head = '', tail, more] = address.split('::');
  if (more !== undefined) return undefined;
  const left = groups(head);
  const right = groups(tail ?? '');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...left, ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'), ...right];
  if (!all.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

function groups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
