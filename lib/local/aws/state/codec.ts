import { createHash } from 'node:crypto';

/** Characters from which a text is a record of its own, so that a large template is written once. */
const longText = 2_048;
/** Bytes from which a body is a record of its own, which is read when it is asked for. */
const longBody = 512;

/** A value as text, and the texts and bodies that are records of their own. */
export interface Encoded {
  readonly text: string;
  /** By the SHA-256 of the content. */
  readonly blobs: ReadonlyMap<string, Buffer>;
}

/** Gives the content with a hash. */
type Blobs = (hash: string) => Buffer;

/**
 * Writes a value as JSON. It can hold dates, bytes, maps and sets; functions cannot be kept.
 * @param ownRecords false keeps long texts and bodies in the text itself
 */
export function encode(value: unknown, ownRecords = true): Encoded {
  const blobs = new Map<string, Buffer>();
  return { text: JSON.stringify(plain(value, ownRecords ? blobs : undefined) ?? null), blobs };
}

/** A value as JSON can write it: the value itself where JSON can, so that little is copied. */
function plain(part: unknown, blobs: Map<string, Buffer> | undefined): unknown {
  if (typeof part === 'string') return blobs !== undefined && part.length >= longText ? ownTextOf(part, blobs) : part;
  if (typeof part === 'function' || typeof part === 'symbol') throw new TypeError('a function cannot be kept');
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return plainList(part, blobs);
  if (part instanceof Date) return { $date: part.getTime() };
  if (part instanceof Uint8Array) {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    return blobs !== undefined && bytes.length >= longBody
      ? ownBodyOf(bytes, blobs)
      : { $bytes: bytes.toString('base64') };
  }
  if (part instanceof Map) return { $map: [...part].map(([key, entry]) => [plain(key, blobs), plain(entry, blobs)]) };
  if (part instanceof Set) return { $set: plainList([...part], blobs) };
  return plainObject(part as Tagged, blobs);
}

function plainList(list: readonly unknown[], blobs: Map<string, Buffer> | undefined): readonly unknown[] {
  let made: unknown[] | undefined;
  // Every record comes through here: an iterator of entries would be the dearest part of it.
  for (let index = 0; index < list.length; index += 1) {
    const entry = list[index];
    const written = plain(entry, blobs);
    if (written === entry) continue;
    made ??= [...list];
    made[index] = written;
  }
  return made ?? list;
}

/** The character `$`. */
const tagMark = 0x24;

function plainObject(part: Tagged, blobs: Map<string, Buffer> | undefined): object {
  let made: Record<string, unknown> | undefined;
  for (const key of Object.keys(part)) {
    // A name of the user that looks like one of ours, or that cannot be assigned.
    if (key.charCodeAt(0) === tagMark || key === '__proto__')
      return { $object: Object.entries(part).map(([name, field]) => [name, plain(field, blobs)]) };
    const entry = part[key];
    const written = plain(entry, blobs);
    if (written === entry) continue;
    made ??= { ...part };
    made[key] = written;
  }
  return made ?? part;
}

/** The text that was written last: a template is part of a request, of its operation and of its deployment. */
let last = { text: '', hash: '', content: Buffer.alloc(0) };

function ownTextOf(text: string, blobs: Map<string, Buffer>): object {
  if (last.text !== text) {
    const content = Buffer.from(text);
    last = { text, hash: createHash('sha256').update(content).digest('hex'), content };
  }
  blobs.set(last.hash, last.content);
  return { $text: last.hash };
}

function ownBodyOf(content: Buffer, blobs: Map<string, Buffer>): object {
  const hash = createHash('sha256').update(content).digest('hex');
  blobs.set(hash, content);
  return { $blob: hash };
}

/** Hashes of the texts and bodies that a stored text needs. A quote inside a JSON string is escaped, so none is found there. */
export function blobsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{"\$(?:text|blob)":"([0-9a-f]{64})"\}/g)].map(([, hash = '']) => hash);
}

/** Reads a value that `encode` wrote. Long texts and bodies that are properties are read when they are asked for. */
export function decode(text: string, blobs: Blobs): unknown {
  return revive(JSON.parse(text), blobs);
}

type Tagged = Readonly<Record<string, unknown>>;

function revive(part: unknown, blobs: Blobs): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((entry) => revive(entry, blobs));
  const fields = part as Tagged;
  const tag = Object.keys(fields)[0] ?? '';
  if (!tag.startsWith('$')) return object(Object.entries(fields), blobs);
  const content = fields[tag];
  switch (tag) {
    case '$date':
      return new Date(Number(content));
    case '$bytes':
      return Buffer.from(String(content), 'base64');
    case '$text':
    case '$blob':
      return own(tag, String(content), blobs);
    case '$map':
      return new Map(pairs(content).map(([key, entry]) => [revive(key, blobs), revive(entry, blobs)]));
    case '$set':
      return new Set(Array.isArray(content) ? content.map((entry) => revive(entry, blobs)) : []);
    default:
      return object(
        pairs(content).map(([key, entry]) => [String(key), entry]),
        blobs,
      );
  }
}

function pairs(content: unknown): readonly (readonly [unknown, unknown])[] {
  return Array.isArray(content) ? (content as readonly (readonly [unknown, unknown])[]) : [];
}

function own(tag: string, hash: string, blobs: Blobs): Buffer | string {
  const content = blobs(hash);
  return tag === '$text' ? content.toString('utf8') : content;
}

/** Names are defined, never assigned: `__proto__` is a name like any other. */
function object(entries: readonly (readonly [string, unknown])[], blobs: Blobs): object {
  const made = {};
  for (const [key, entry] of entries) {
    const [tag, hash] = ownRecord(entry) ?? [];
    Object.defineProperty(made, key, {
      enumerable: true,
      configurable: true,
      ...(tag === undefined || hash === undefined
        ? { value: revive(entry, blobs), writable: true }
        : { get: () => own(tag, hash, blobs) }),
    });
  }
  return made;
}

function ownRecord(entry: unknown): readonly [tag: string, hash: string] | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { $text, $blob } = entry as Tagged;
  if (typeof $text === 'string') return ['$text', $text];
  return typeof $blob === 'string' ? ['$blob', $blob] : undefined;
}
