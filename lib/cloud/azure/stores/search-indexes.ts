import { z } from 'zod';
import type { StoreClient } from './store-client';
import type { StoreSubject } from './store-error';

/** An index of a search service. */
export interface SearchIndex {
  readonly name: string;
  readonly documents: number;
}

const version = '2024-07-01';
const indexes = z.object({ value: z.array(z.object({ name: z.string() })) });
const statistics = z.object({ documentCount: z.number() });

/**
 * The indexes of a service and how many documents each has. Source: AI Search REST API 2024-07-01, "Indexes - List" and "Indexes -
 * Get Statistics" (read 2026-12-01).
 */
export async function searchIndexes(
  client: StoreClient,
  { service, id }: { readonly service: string; readonly id: string },
): Promise<readonly SearchIndex[]> {
  const address = client.addresses.search(service);
  const subject: StoreSubject = {
    place: `https://${service}.search.windows.net`,
    role: 'Search Service Contributor',
    scope: id,
  };
  const get = async (path: string): Promise<unknown> => {
    const url = `${address}/indexes${path}`;
    return (await client.send({ method: 'GET', url, audience: 'search', subject })).json();
  };
  const { value } = indexes.parse(await get(`?$select=name&api-version=${version}`));
  return Promise.all(
    value.map(async ({ name }) => ({
      name,
      documents: statistics.parse(await get(`/${encodeURIComponent(name)}/stats?api-version=${version}`)).documentCount,
    })),
  );
}
