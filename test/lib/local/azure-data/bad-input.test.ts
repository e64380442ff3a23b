import { once } from 'node:events';
import { connect } from 'node:net';
import type { AzureData } from '../../../../lib/local/azure-data';
import { localToken, startAzureData } from '../../../../lib/local/azure-data';
import { environment, ids } from './environment';

let data: AzureData;
beforeAll(async () => {
  data = await startAzureData(() => environment);
  const created = await send(ids.writer, `${data.search('vectors')}/indexes`, {
    name: 'pages',
    fields: [
      { name: 'id', type: 'Edm.String', key: true },
      { name: 'vector', type: 'Collection(Edm.Single)', dimensions: 3, vectorSearchProfile: 'exact' },
    ],
    vectorSearch: {
      profiles: [{ name: 'exact', algorithm: 'exact' }],
      algorithms: [{ name: 'exact', kind: 'exhaustiveKnn', exhaustiveKnnParameters: { metric: 'cosine' } }],
    },
  });
  expect(created.status).toBe(201);
});
afterAll(() => data.close());

/** @param body - a text is sent as it is */
async function send(principal: string, url: string, body: unknown) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${localToken(principal)}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const read = (await answer.json()) as { readonly value?: readonly Record<string, unknown>[] };
  return { status: answer.status, ...read };
}

const pages = (operation: string): string => `${data.search('vectors')}/indexes/pages/docs/${operation}`;
const stored = async (): Promise<readonly unknown[] | undefined> =>
  (await send(ids.caller, pages('search'), { search: '*' })).value?.map(({ id }) => id);
const good = { id: 'good', vector: [1, 0, 0] };

it.each([
  ['a body that is no JSON', '{"value": ['],
  ['a list in place of the body', [good]],
  ['an object in place of the list', { value: good }],
  ['a text in place of a document', { value: [good, 'bad'] }],
  ['an object in place of a vector', { value: [good, { id: 'bad', vector: { 0: 1, 1: 0, 2: 0 } }] }],
  ['a vector of another length', { value: [good, { id: 'bad', vector: [1, 0] }] }],
  ['a vector of texts', { value: [good, { id: 'bad', vector: ['1', '0', '0'] }] }],
  ['a vector of lists', { value: [good, { id: 'bad', vector: [[1, 0, 0]] }] }],
  ['a document without a key', { value: [good, { vector: [1, 0, 0] }] }],
])('AI Search refuses %s and stores nothing of the request', async (_what, body) => {
  expect((await send(ids.writer, pages('index'), body)).status).toBe(400);
  expect(await stored()).toEqual([]);
});

it('AI Search stores nothing of an upload whose connection ends in its middle', async () => {
  const body = JSON.stringify({ value: [good] });
  const { port, pathname } = new URL(pages('index'));
  const socket = connect(Number(port), '127.0.0.1');
  const ended = once(socket.resume(), 'close');
  const head = [`POST ${pathname} HTTP/1.1`, 'host: localhost', `authorization: Bearer ${localToken(ids.writer)}`];
  socket.end(`${[...head, `content-length: ${body.length}`].join('\r\n')}\r\n\r\n${body.slice(0, -1)}`);
  await ended;
  expect(await stored()).toEqual([]);
});

it.each([
  ['an object in place of the list', { vectorQueries: { kind: 'vector', vector: [1, 0, 0], fields: 'vector' } }],
  ['an object in place of the vector', { vectorQueries: [{ kind: 'vector', vector: { 0: 1 }, fields: 'vector' }] }],
  ['a vector of another length', { vectorQueries: [{ kind: 'vector', vector: [1], fields: 'vector' }] }],
  ['no field', { vectorQueries: [{ kind: 'vector', vector: [1, 0, 0] }] }],
])('AI Search refuses a query with %s', async (_what, body) => {
  expect((await send(ids.caller, pages('search'), body)).status).toBe(400);
});

it('a zero vector has a score that is a number, after every vector in the direction of the query', async () => {
  const zero = { id: 'zero', vector: [0, 0, 0] };
  await send(ids.writer, pages('index'), { value: [zero, good] });
  const found = await send(ids.caller, pages('search'), {
    vectorQueries: [{ kind: 'vector', vector: [1, 0, 0], fields: 'vector', k: 2 }],
  });
  expect(found.value?.map(({ id, '@search.score': score }) => [id, score])).toEqual([
    ['good', 1],
    ['zero', 0.5],
  ]);
});

const words = 'word '.repeat(10_000);
it.each([
  ['a body that is no JSON', 'chat/completions', '{'],
  ['an object in place of the messages', 'chat/completions', { messages: { role: 'user', content: 'lake' } }],
  ['a message of an unknown role', 'chat/completions', { messages: [{ role: 'nobody', content: 'lake' }] }],
  ['an object in place of the texts', 'embeddings', { input: { text: 'lake' } }],
  ['a number among the texts', 'embeddings', { input: ['lake', 1] }],
  ['a text over the limit among others', 'embeddings', { input: ['lake', words] }],
  ['a length that is no whole number', 'embeddings', { input: 'lake', dimensions: 1.5 }],
])('Azure OpenAI refuses %s', async (_what, operation, body) => {
  const deployment = operation === 'embeddings' ? 'embed' : 'chat';
  const url = `${data.openAi('models')}/openai/deployments/${deployment}/${operation}`;
  expect((await send(ids.caller, url, body)).status).toBe(400);
});
