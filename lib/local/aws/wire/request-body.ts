import type { AnyRequest } from './both-protocols';

/** A body that was read, or a body that is longer than its service takes. */
export type RequestBody = { readonly body: Buffer } | { readonly tooLarge: number };

/**
 * Reads the body of a request. Of a body over the limit nothing is kept: the rest is read and dropped, so that the
 * client, which sends before it listens, gets the answer.
 * @param limit bytes
 */
export function readBody(request: AnyRequest, limit: number): Promise<RequestBody> {
  const announced = Number(request.headers['content-length']);
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limit) chunks.push(chunk);
      else chunks = [];
    });
    request.on('end', () => {
      resolve(bytes > limit ? { tooLarge: bytes } : { body: Buffer.concat(chunks) });
    });
    request.on('error', reject);
    if (announced > limit) resolve({ tooLarge: announced });
  });
}
