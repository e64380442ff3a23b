/** A value as a message may show it: the path of a URL can be a key. */
export function withoutUrlPath(got: unknown): unknown {
  return typeof got === 'string' ? got.replace(/^(https?:\/\/[^/?#\s]+)[/?#].*$/is, '$1/…') : got;
}
