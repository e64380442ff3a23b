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
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(waitMs),
  });
  const text = await response.text();
  if (!response.ok) throw new ArmError(codeOf(text) ?? response.statusText, response.status);
  return JSON.parse(text === '' ? '{}' : text);
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
