import { crc32 } from 'node:zlib';

/** The content type of an event stream. */
export const eventStreamType = 'application/vnd.amazon.eventstream';

/** One message of an event stream. */
export interface StreamEvent {
  readonly type: string;
  readonly body: object;
  /** Whether it is an error that the service models, which ends the stream. @default false */
  readonly exception?: boolean;
}

/** Bytes of a message beside its headers and payload: two lengths, their checksum, and the checksum of all. */
const frameBytes = 16;
/** The type of a header whose value is a text. */
const textHeader = 7;

/**
 * A body in the encoding `application/vnd.amazon.eventstream`: per message its length, that of its headers, a checksum of both,
 * headers, payload, and a checksum of everything. Source: Smithy 2.0, "Amazon Event Stream Specification" (read 2026-12-01).
 */
export function eventStream(events: readonly StreamEvent[]): Buffer {
  return Buffer.concat(events.map(message));
}

function message({ type, body, exception = false }: StreamEvent): Buffer {
  const payload = Buffer.from(JSON.stringify(body));
  const headers = Buffer.concat([
    header(exception ? ':exception-type' : ':event-type', type),
    header(':content-type', 'application/json'),
    header(':message-type', exception ? 'exception' : 'event'),
  ]);
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(headers.length + payload.length + frameBytes, 0);
  prelude.writeUInt32BE(headers.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const content = Buffer.concat([prelude, headers, payload]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([content, checksum]);
}

function header(name: string, value: string): Buffer {
  const length = Buffer.alloc(3);
  length.writeUInt8(textHeader, 0);
  length.writeUInt16BE(Buffer.byteLength(value), 1);
  return Buffer.concat([Buffer.from([Buffer.byteLength(name)]), Buffer.from(name), length, Buffer.from(value)]);
}
