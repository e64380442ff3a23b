import { createHash, createHmac } from 'node:crypto';
import type { AwsClientOptions } from './client-options';
import { clientConfig, loadSdk } from './client-options';

/** A service of the AWS JSON protocol 1.1 for which no package of the SDK is installed. */
interface JsonService {
  /** Name in the endpoint and in signatures, for example `codebuild`. */
  readonly name: string;
  /** What comes before the action in the header `X-Amz-Target`. */
  readonly target: string;
}

/** An answer that is no success: the type of the error, without its namespace. */
export class ServiceRefusal extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Calls an action with the credentials of the shell, which the client of STS finds.
 *
 * Source of the signature: AWS IAM User Guide, "Create a signed AWS API request" (read 2026-12-01).
 *
 * @param now - milliseconds since 1970
 * @throws ServiceRefusal
 */
export async function callJson(
  options: AwsClientOptions,
  service: JsonService,
  { action, input, now = Date.now() }: { readonly action: string; readonly input: object; readonly now?: number },
): Promise<unknown> {
  const { STSClient } = await loadSdk('@aws-sdk/client-sts', () => import('@aws-sdk/client-sts'));
  const credentials = await new STSClient(clientConfig(options)).config.credentials();
  const url = new URL(options.local?.endpoint ?? endpointOf(service.name, options.region));
  const body = JSON.stringify(input);
  const date = new Date(now).toISOString().replaceAll(/[:-]|\.\d{3}/g, '');
  const headers: Readonly<Record<string, string>> = {
    'content-type': 'application/x-amz-json-1.1',
    host: url.host,
    'x-amz-date': date,
    ...(credentials.sessionToken === undefined ? {} : { 'x-amz-security-token': credentials.sessionToken }),
    'x-amz-target': `${service.target}.${action}`,
  };
  const scope = `${date.slice(0, 8)}/${options.region}/${service.name}/aws4_request`;
  const signed = Object.keys(headers).join(';');
  const canonical = [
    'POST',
    '/',
    '',
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    '',
    signed,
    sha256(body),
  ].join('\n');
  const key = [...scope.split('/')].reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  );
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const signature = createHmac('sha256', key).update(text).digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
  const answer = await fetch(url, { method: 'POST', headers: { ...headers, authorization }, body });
  const read: unknown = await answer.json();
  if (answer.ok) return read;
  const type = textOf(field(read, '__type')) ?? `status ${answer.status}`;
  const message = textOf(field(read, 'message')) ?? textOf(field(read, 'Message')) ?? answer.statusText;
  throw new ServiceRefusal(type.replace(/^.*#/, ''), message);
}

function endpointOf(service: string, region: string): string {
  return `https://${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A member of a JSON answer; undefined where it has none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
