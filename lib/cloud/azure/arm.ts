import { setTimeout } from 'node:timers/promises';
import type { ArmOperation } from './operations';

/** One request to Azure Resource Manager. */
interface ArmRequest {
  readonly operation: ArmOperation;
  /** Path with everything filled in. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Sends a request and gives its JSON. @throws ArmError */
export type Arm = (request: ArmRequest) => Promise<unknown>;

/** Azure Resource Manager answered with an error. */
export class ArmError extends Error {
  constructor(
    readonly code: string,
    readonly httpStatusCode: number,
  ) {
    super(`${httpStatusCode} ${code}`);
    this.name = 'ArmError';
  }
}

const endpoint = 'https://management.azure.com';
const waitMs = 30_000;
/** Pages of one list that are read at most. */
const mostPages = 50;
/** Questions about an operation that goes on, and the longest wait between two, in seconds. */
const mostQuestions = 60;
const longestWait = 30;

/** Azure Resource Manager over HTTP, with the credentials that `DefaultAzureCredential` finds. */
export function armOf(tenant: string): Arm {
  let token: Promise<string> | undefined;
  const signedIn = (): Promise<string> => (token ??= tokenOf(tenant));
  return async ({ operation, path, query = {}, body }) => {
    const url = new URL(endpoint + path);
    for (const [key, text] of Object.entries({ ...query, 'api-version': operation.apiVersion }))
      url.searchParams.set(key, text);
    const first = await send(url.href, operation.method, await signedIn(), body);
    return operation.method === 'GET'
      ? withFurtherPages(first, (next) => signedIn().then((bearer) => send(next, 'GET', bearer)))
      : first;
  };
}

async function tokenOf(tenant: string): Promise<string> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return (await new DefaultAzureCredential({ tenantId: tenant }).getToken(`${endpoint}/.default`)).token;
}

async function send(url: string, method: string, bearer: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  const first = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(waitMs),
  });
  const response = await endOf(first, headers);
  const text = await response.text();
  if (!response.ok) throw new ArmError(codeOf(text) ?? response.statusText, response.status);
  return JSON.parse(text === '' ? '{}' : text);
}

/**
 * The answer of an operation that goes on: 202 with an address that answers 202 until the end. The address is Azure's own, as
 * that of a next page. Source: azure-resource-manager-rpc, "Asynchronous Operations", read 2026-12-01.
 */
async function endOf(begun: Response, headers: Readonly<Record<string, string>>): Promise<Response> {
  let response = begun;
  for (let count = 0; response.status === 202 && count < mostQuestions; count += 1) {
    const next = response.headers.get('location');
    if (next?.startsWith(`${endpoint}/`) !== true) return response;
    const asked = Number(response.headers.get('retry-after') ?? '5');
    await response.body?.cancel();
    await setTimeout((Number.isFinite(asked) ? Math.min(Math.max(asked, 0), longestWait) : longestWait) * 1000);
    response = await fetch(next, { headers, signal: AbortSignal.timeout(waitMs) });
  }
  if (response.status === 202) throw new ArmError('OperationTimeout', 202);
  return response;
}

function codeOf(text: string): string | undefined {
  return /"code"\s*:\s*"([^"]+)"/.exec(text)?.[1];
}

/** A list goes on at `nextLink`. The address is Azure's own: another host gets no token. */
async function withFurtherPages(first: unknown, read: (url: string) => Promise<unknown>): Promise<unknown> {
  const items: unknown[] = [];
  let page = first;
  for (let count = 1; ; count += 1) {
    const { list, next } = pageOf(page);
    if (list === undefined) return first;
    items.push(...list);
    if (next === undefined || !next.startsWith(`${endpoint}/`) || count === mostPages) return { value: items };
    page = await read(next);
  }
}

function pageOf(page: unknown): { readonly list?: readonly unknown[]; readonly next?: string | undefined } {
  if (typeof page !== 'object' || page === null || !('value' in page) || !Array.isArray(page.value)) return {};
  const next = 'nextLink' in page && typeof page.nextLink === 'string' ? page.nextLink : undefined;
  return { list: page.value, next };
}
