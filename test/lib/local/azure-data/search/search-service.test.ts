import type { SearchIndex } from '@azure/search-documents';
import { AzureKeyCredential, SearchClient, SearchIndexClient } from '@azure/search-documents';
import type { AzureData } from '../../../../../lib/local/azure-data';
import { localToken, startAzureData } from '../../../../../lib/local/azure-data';
import { environment, ids } from '../environment';

/** A document of the tests. */
interface Page {
  readonly id: string;
  readonly text?: string;
  readonly year: number;
  readonly vector?: readonly number[];
}

let data: AzureData;
beforeEach(async () => {
  data = await startAzureData(() => environment);
});
afterEach(() => data.close());

/** The clients refuse tokens without TLS, so the header is written by a policy. */
function options(principal: string) {
  return {
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [
      {
        position: 'perCall' as const,
        policy: {
          name: 'localToken',
          sendRequest: (
            request: Parameters<Parameters<SearchIndexClient['pipeline']['addPolicy']>[0]['sendRequest']>[0],
            next: Parameters<Parameters<SearchIndexClient['pipeline']['addPolicy']>[0]['sendRequest']>[1],
          ) => {
            request.headers.set('authorization', `Bearer ${localToken(principal)}`);
            return next(request);
          },
        },
      },
    ],
  };
}
const indexes = (principal = ids.writer) =>
  new SearchIndexClient(data.search('vectors'), new AzureKeyCredential('unused'), options(principal));
const pages = (principal: string, name = 'pages') =>
  new SearchClient<Page>(data.search('vectors'), name, new AzureKeyCredential('unused'), options(principal));

const definition: SearchIndex = {
  name: 'pages',
  fields: [
    { name: 'id', type: 'Edm.String', key: true, filterable: true },
    { name: 'text', type: 'Edm.String', searchable: true },
    { name: 'year', type: 'Edm.Int32', filterable: true },
    {
      name: 'vector',
      type: 'Collection(Edm.Single)',
      searchable: true,
      vectorSearchDimensions: 3,
      vectorSearchProfileName: 'exact',
    },
  ],
  vectorSearch: {
    profiles: [{ name: 'exact', algorithmConfigurationName: 'exact' }],
    algorithms: [{ name: 'exact', kind: 'exhaustiveKnn', parameters: { metric: 'cosine' } }],
  },
};
const documents: Page[] = [
  { id: 'lake', text: 'The lake is deep and cold.', year: 2024, vector: [1, 0, 0] },
  { id: 'hill', text: 'The hill is high, and the lake below it is cold.', year: 2025, vector: [0, 1, 0] },
  { id: 'road', text: 'The road is long.', year: 2026, vector: [0, 0, 1] },
];

async function found(principal: string, text: string, more: object): Promise<readonly string[]> {
  const { results } = await pages(principal).search(text, more);
  const keys: string[] = [];
  for await (const { document } of results) keys.push(document.id);
  return keys;
}

describe('with an index', () => {
  beforeEach(async () => {
    await indexes().createIndex(definition);
    await pages(ids.writer).uploadDocuments(documents);
  });

  it.each([
    ['words', 'cold lake', {}, ['lake', 'hill']],
    ['everything', '*', {}, ['lake', 'hill', 'road']],
    ['a filter', '*', { filter: "year ge 2025 and not (id eq 'road')" }, ['hill']],
    ['a filter of two parts', '*', { filter: "year eq 2024 or id eq 'road'" }, ['lake', 'road']],
    ['a vector', '*', vectorQuery([0.1, 0, 1], 1), ['road']],
    ['words and a vector', 'deep lake', vectorQuery([1, 0, 0], 2), ['lake', 'hill']],
  ])('finds documents by %s', async (_how, text, more, keys) => {
    expect(await found(ids.caller, text, more)).toEqual(keys);
  });

  it.each([
    ['a vector of another length', vectorQuery([1, 0], 1)],
    [
      'a field that is no vector',
      { vectorSearchOptions: { queries: [{ kind: 'vector', vector: [1, 0, 0], fields: ['text'] }] } },
    ],
    ['a filter that does not parse', { filter: 'year eq' }],
    ['a filter on a field that does not exist', { filter: 'month eq 1' }],
    ['a filter on a vector', { filter: 'vector eq 1' }],
    ['a field that does not exist', { select: ['other'] }],
  ])('refuses a search with %s', async (_what, more) => {
    await expect(found(ids.caller, '*', more)).rejects.toMatchObject({ statusCode: 400 });
  });

  it.each([
    ['a vector of another length', { ...documents[0], id: 'bad', vector: [1] }],
    ['an object instead of a vector', { ...documents[0], id: 'bad', vector: { x: 1 } }],
    ['a field that does not exist', { ...documents[0], id: 'bad', month: 1 }],
    ['a value of another type', { ...documents[0], id: 'bad', year: 'now' }],
    ['a key with a slash', { ...documents[0], id: 'a/b' }],
  ])('refuses documents with %s, and stores nothing of the request', async (_what, bad) => {
    const good = { ...documents[0], id: 'good' };
    await expect(pages(ids.writer).uploadDocuments([good, bad] as Page[])).rejects.toMatchObject({ statusCode: 400 });
    expect(await found(ids.caller, '*', {})).toHaveLength(documents.length);
  });

  it('tells the result of each document', async () => {
    const { results } = await pages(ids.writer).mergeDocuments([
      { id: 'lake', year: 2030 },
      { id: 'none', year: 2030 },
    ]);
    expect(results.map(({ key, succeeded, statusCode }) => [key, succeeded, statusCode])).toEqual([
      ['lake', true, 200],
      ['none', false, 404],
    ]);
    await pages(ids.writer).deleteDocuments('id', ['road']);
    expect(await found(ids.caller, '*', { filter: 'year gt 2025' })).toEqual(['lake']);
  });

  it('lets each identity do what its roles say', async () => {
    await expect(found(ids.nobody, '*', {})).rejects.toMatchObject({ statusCode: 403 });
    await expect(pages(ids.caller).uploadDocuments(documents)).rejects.toMatchObject({ statusCode: 403 });
    await expect(indexes(ids.caller).getIndex('pages')).rejects.toMatchObject({ statusCode: 403 });
  });

  it('queries through an alias, whose index cannot be deleted', async () => {
    await indexes().createOrUpdateAlias({ name: 'live', indexes: ['pages'] });
    const { results } = await pages(ids.caller, 'live').search('road');
    const keys = [];
    for await (const { document } of results) keys.push(document.id);
    expect(keys).toEqual(['road']);
    await expect(indexes().deleteIndex('pages')).rejects.toMatchObject({ statusCode: 400 });
    await indexes().deleteAlias('live');
    await indexes().deleteIndex('pages');
    await expect(found(ids.caller, '*', {})).rejects.toMatchObject({ statusCode: 404 });
  });

  it('takes another field of an index, and refuses to change one', async () => {
    const more = { name: 'title', type: 'Edm.String' as const };
    await indexes().createOrUpdateIndex({ ...definition, fields: [...definition.fields, more] });
    expect(await found(ids.caller, '*', {})).toHaveLength(3);
    const [key, ...others] = definition.fields;
    const changed = others.map((field) =>
      field.name === 'year' ? { name: 'year', type: 'Edm.String' as const } : field,
    );
    await expect(
      indexes().createOrUpdateIndex({ ...definition, fields: key === undefined ? [] : [key, ...changed] }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});

function vectorQuery(vector: readonly number[], k: number) {
  return {
    vectorSearchOptions: { queries: [{ kind: 'vector', vector, kNearestNeighborsCount: k, fields: ['vector'] }] },
    top: k,
  };
}

it.each([
  ['no key', definition.fields.slice(1)],
  ['a field twice', [...definition.fields, ...definition.fields.slice(1, 2)]],
  [
    'a vector without a profile',
    [
      ...definition.fields.slice(0, 3),
      { name: 'v', type: 'Collection(Edm.Single)', searchable: true, vectorSearchDimensions: 3 },
    ],
  ],
  ['a type that is not there', [...definition.fields, { name: 'place', type: 'Edm.GeographyPoint' }]],
])('refuses an index with %s', async (_what, fields) => {
  await expect(indexes().createIndex({ ...definition, fields: fields as SearchIndex['fields'] })).rejects.toMatchObject(
    {
      statusCode: 400,
    },
  );
});
