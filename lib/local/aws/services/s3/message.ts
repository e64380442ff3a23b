import type { Xml } from '../../wire/xml';
import { xmlDocument } from '../../wire/xml';
import type { WireAnswer } from '../call';

/** A request to S3, path style. */
export interface S3Request {
  readonly method: string;
  /** As it was sent, with its escapes. */
  readonly path: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

const s3Namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** An XML answer of S3. */
export function s3Xml(root: string, value: Xml, headers: Readonly<Record<string, string>> = {}): WireAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', ...headers },
    body: xmlDocument(root, s3Namespace, value, 'repeat'),
  };
}

/** A header as one string. */
export function header(request: S3Request, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}
