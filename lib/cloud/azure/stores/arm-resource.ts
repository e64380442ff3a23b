import { z } from 'zod';
import { CodedError } from '../../../messages';
import type { StoreClient } from './store-client';
import type { StoreSubject } from './store-error';

/** Versions of the API by type of resource. Source: azure-rest-api-specs@main, the stable folders (read 2026-12-01). */
const versions = {
  'Microsoft.ContainerRegistry/registries': '2023-07-01',
  'Microsoft.MachineLearningServices/registries': '2024-04-01',
  'Microsoft.Search/searchServices': '2023-11-01',
  'Microsoft.Storage/storageAccounts': '2023-01-01',
} as const;

/** Types of stores. */
export type StoreType = keyof typeof versions;

/** A store as Azure Resource Manager knows it. */
export interface StoreResource {
  readonly type: StoreType;
  /** Resource id. */
  readonly id: string;
}

/** Path below a resource, with the version of its API. */
export function armUrl({ addresses }: StoreClient, { type, id }: StoreResource, path = ''): string {
  return `${addresses.arm}${id}${path}?api-version=${versions[type]}`;
}

/** Whether a store exists. Azure Resource Manager answers from every network, which a private store does not. */
export async function storeExists(client: StoreClient, store: StoreResource): Promise<boolean> {
  const answer = await client.send({
    method: 'GET',
    url: armUrl(client, store),
    audience: 'arm',
    subject: { place: store.id, role: 'Reader', scope: store.id },
    answers: [404],
  });
  await answer.body?.cancel();
  return answer.status !== 404;
}

/**
 * Asks again and again whether something that was begun is there.
 *
 * @throws CodedError (AssetOperationFailed) when it does not come in time
 */
export async function arrival(
  client: StoreClient,
  arrived: () => Promise<boolean>,
  subject: StoreSubject,
): Promise<void> {
  for (let waited = 0; waited < longestOperation; waited += Math.max(1, await client.pause(null, interval))) {
    if (await arrived()) return;
  }
  throw failed(subject, `it did not arrive in ${longestOperation} seconds, and the service does not say why`);
}

/** Seconds between two questions about an operation, where the answer does not say. */
const interval = 10;
/** Seconds after which an operation is not waited for: an image of 20 GB is imported in minutes. */
const longestOperation = 3600;

/**
 * Waits for the end of an operation that an answer began. Its address is `Azure-AsyncOperation`, whose body has a status, or
 * `Location`, which answers 202 until the end. Source: azure-resource-manager-rpc, "Asynchronous Operations" (read 2026-12-01).
 *
 * @returns whether the end is known: an answer may begin an operation without an address for it
 * @throws CodedError (AssetOperationFailed) when it failed, was canceled or does not end in time
 */
export async function operationEnd(client: StoreClient, begun: Response, subject: StoreSubject): Promise<boolean> {
  const monitor = begun.headers.get('azure-asyncoperation');
  const url = monitor ?? (begun.status === 202 ? begun.headers.get('location') : null);
  await begun.body?.cancel();
  if (url === null) return begun.status !== 202;
  if (!url.startsWith(`${client.addresses.arm}/`)) {
    throw failed(subject, 'the operation is at an address that is not of Azure Resource Manager', url);
  }
  let retryAfter = begun.headers.get('retry-after');
  for (let waited = 0; waited < longestOperation;) {
    waited += Math.max(1, await client.pause(retryAfter, interval));
    const answer = await client.send({ method: 'GET', url, audience: 'arm', subject });
    retryAfter = answer.headers.get('retry-after');
    const { status, code, message } = endOf(await answer.text());
    if (/^(?:Failed|Canceled)$/i.test(status ?? '')) {
      const verb = /^canceled$/i.test(status ?? '') ? 'was canceled' : 'failed';
      throw failed(subject, `the operation ${verb}${message === undefined ? '' : `: ${message}`}`, code ?? status);
    }
    const ended = monitor === null ? answer.status !== 202 : /^Succeeded$/i.test(status ?? '');
    if (ended) return true;
  }
  throw failed(subject, `the operation did not end in ${longestOperation} seconds`);
}

const operation = z.object({
  status: z.string().optional(),
  error: z.object({ code: z.string().optional(), message: z.string().optional() }).nullish(),
});

/** What the answer to a question about an operation says. An empty body says nothing. */
function endOf(text: string): {
  readonly status?: string | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
} {
  const read = operation.safeParse(text === '' ? {} : JSON.parse(text));
  return read.success ? { status: read.data.status, ...read.data.error } : {};
}

function failed({ place }: StoreSubject, message: string, got?: string): CodedError {
  return new CodedError('AssetOperationFailed', { place, message, got });
}
