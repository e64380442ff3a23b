import type { Content } from '../assets/ports';

/** Content in parts of a size, the last one smaller. One part is in memory at a time. */
export async function* inParts(content: Content, size: number): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const read of content) {
    waiting.push(read);
    length += read.length;
    while (length >= size) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, size);
      waiting = [all.subarray(size)];
      length -= size;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** All of a content, which is in memory then. */
export async function collected(content: Content): Promise<readonly Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return parts;
}
