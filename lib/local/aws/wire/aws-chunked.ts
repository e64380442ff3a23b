import { ServiceError } from '../errors';

/** A decoded `aws-chunked` body and the trailing headers that came after it. */
export interface ChunkedBody {
  readonly body: Buffer;
  readonly trailers: ReadonlyMap<string, string>;
}

/** Decodes an `aws-chunked` upload: `<hex size>[;chunk-signature=…]\r\n<bytes>\r\n … 0\r\n<trailers>\r\n`. */
export function decodeAwsChunked(raw: Buffer): ChunkedBody {
  const chunks: Buffer[] = [];
  let offset = 0;
  for (;;) {
    const end = raw.indexOf('\r\n', offset);
    if (end < 0) throw new ServiceError('IncompleteBody', 'The request body terminated unexpectedly');
    const size = Number.parseInt(raw.toString('latin1', offset, end), 16);
    if (Number.isNaN(size)) throw new ServiceError('InvalidChunkSizeError', 'A chunk of the body has no readable size');
    offset = end + 2;
    if (size === 0) break;
    if (offset + size > raw.length)
      throw new ServiceError('IncompleteBody', 'The request body terminated unexpectedly');
    chunks.push(raw.subarray(offset, offset + size));
    offset += size + 2;
  }
  const trailers = new Map<string, string>();
  for (const line of raw.toString('latin1', offset).split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { body: Buffer.concat(chunks), trailers };
}
