import { AzureOpenAI } from 'openai';
import type { AzureData } from '../../../../lib/local/azure-data';
import { localToken, startAzureData } from '../../../../lib/local/azure-data';
import { environment, ids } from './environment';

let data: AzureData;
beforeAll(async () => {
  data = await startAzureData(() => environment);
});
afterAll(() => data.close());

const client = (principal: string, account = 'models') =>
  new AzureOpenAI({
    endpoint: data.openAi(account),
    apiVersion: '2024-10-21',
    azureADTokenProvider: () => Promise.resolve(localToken(principal)),
    maxRetries: 0,
  });
const messages = [
  { role: 'system' as const, content: 'The lift of the tower is closed on Mondays.' },
  { role: 'user' as const, content: 'On which days is the lift of the tower closed?' },
];

it('answers a chat completion with a sentence of the given text, labelled as a stand-in', async () => {
  const answer = await client(ids.caller).chat.completions.create({ model: 'chat', messages });
  expect(answer.choices[0]?.message.content).toBe(
    '[local stand-in, extractive] The lift of the tower is closed on Mondays.',
  );
  expect(answer.choices[0]?.finish_reason).toBe('stop');
  const cut = await client(ids.caller).chat.completions.create({ model: 'chat', messages, max_completion_tokens: 3 });
  expect(cut.choices[0]?.finish_reason).toBe('length');
});

it('embeds texts in the asked length', async () => {
  const { data: vectors } = await client(ids.caller).embeddings.create({
    model: 'embed',
    input: ['lake', 'hill'],
    dimensions: 256,
  });
  expect(vectors.map(({ embedding }) => embedding.length)).toEqual([256, 256]);
  expect(Math.hypot(...(vectors[0]?.embedding ?? []))).toBeCloseTo(1);
});

it('refuses an identity without a role, a key where keys are off, and no credential', async () => {
  await expect(client(ids.writer).chat.completions.create({ model: 'chat', messages })).rejects.toMatchObject({
    status: 403,
    code: 'PermissionDenied',
  });
  const url = `${data.openAi('models')}/openai/deployments/chat/chat/completions`;
  const ask = (headers: Record<string, string>) => fetch(url, { method: 'POST', headers, body: '{}' });
  expect((await ask({ 'api-key': 'a' })).status).toBe(403);
  expect((await ask({})).status).toBe(401);
  expect((await ask({ authorization: 'Bearer nonsense' })).status).toBe(401);
});

it.each([
  ['a deployment that does not exist', { model: 'other', messages }, 404],
  ['a deployment that embeds', { model: 'embed', messages }, 400],
  ['no messages', { model: 'chat', messages: [] }, 400],
  [
    'more than the context window',
    { model: 'chat', messages: [{ role: 'user' as const, content: 'a'.repeat(1_088_004) }] },
    400,
  ],
  ['tools', { model: 'chat', messages, tools: [] }, 501],
])('refuses a completion with %s', async (_what, body, status) => {
  await expect(client(ids.caller).chat.completions.create(body)).rejects.toMatchObject({ status });
});

it.each([
  ['a model that generates text', { model: 'chat', input: 'lake' }, 400],
  ['no text', { model: 'embed', input: [] }, 400],
  ['an empty text', { model: 'embed', input: [''] }, 400],
  ['more numbers than the model gives', { model: 'embed', input: 'lake', dimensions: 3072 }, 400],
  ['a text over the limit of tokens', { model: 'embed', input: 'word '.repeat(10_000) }, 400],
])('refuses embeddings of %s', async (_what, body, status) => {
  await expect(client(ids.caller).embeddings.create(body)).rejects.toMatchObject({ status });
});

it('has no account that no stack has made', async () => {
  await expect(client(ids.caller, 'other').chat.completions.create({ model: 'chat', messages })).rejects.toMatchObject({
    status: 404,
  });
});
