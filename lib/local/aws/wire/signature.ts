/** The `Credential` of Signature Version 4. The signature is not verified: the local cloud holds no secrets. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const header = /Credential=([^/,\s]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/;

/**
 * Reads the credential scope from the `Authorization` header, or from the query of a presigned address.
 * @param query @default - only the header is read
 */
export function credentialScope(
  authorization: string | undefined,
  query?: URLSearchParams,
): CredentialScope | undefined {
  const presigned = authorization === undefined ? query?.get('X-Amz-Credential') : undefined;
  const text = authorization ?? (typeof presigned === 'string' ? `Credential=${presigned}` : '');
  if (last.text !== text) last = { text, scope: scopeIn(text) };
  return last.scope;
}

/** What was read last: the head of a request is read before its body and after it. */
let last: { readonly text: string; readonly scope: CredentialScope | undefined } = { text: '', scope: undefined };

function scopeIn(text: string): CredentialScope | undefined {
  const [, accessKeyId, region, service] = header.exec(text) ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
}
