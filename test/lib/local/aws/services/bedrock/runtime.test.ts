import { createHash } from 'node:crypto';
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';

const modelId = 'anthropic.claude-sonnet-4-6';
let cloud: LocalAws;
const clients: BedrockRuntimeClient[] = [];
beforeEach(async () => {
  cloud = await startLocalAws();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await cloud.close();
});

function runtime(): BedrockRuntimeClient {
  const client = new BedrockRuntimeClient({
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId: cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  clients.push(client);
  return client;
}

const text = 'The lift of the tower is closed on Mondays. The stairs are open every day.';
const conversation = {
  modelId,
  system: [{ text }],
  messages: [{ role: 'user' as const, content: [{ text: 'On which days is the lift of the tower closed?' }] }],
};
const said = '[local stand-in, extractive] The lift of the tower is closed on Mondays.';

it('answers Converse over HTTP/2 with a sentence of the given text, labelled as a stand-in', async () => {
  const answer = await runtime().send(new ConverseCommand(conversation));
  expect(answer.output?.message?.content).toEqual([{ text: said }]);
  expect(answer.stopReason).toBe('end_turn');
  expect(answer.usage?.totalTokens).toBe((answer.usage?.inputTokens ?? 0) + (answer.usage?.outputTokens ?? 0));
});

it('gives the same answer over HTTP/1.1', async () => {
  const key = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '';
  const body = { system: conversation.system, messages: conversation.messages };
  const answer = await fetch(`${cloud.url}/model/${encodeURIComponent(modelId)}/converse`, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20261201/${testRegion}/bedrock/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: JSON.stringify(body),
  });
  expect(await answer.json()).toMatchObject({ output: { message: { content: [{ text: said }] } } });
});

it('streams the same answer in pieces', async () => {
  const { stream } = await runtime().send(new ConverseStreamCommand(conversation));
  const pieces: string[] = [];
  const kinds: string[] = [];
  for await (const event of stream ?? []) {
    kinds.push(Object.keys(event)[0] ?? '');
    pieces.push(event.contentBlockDelta?.delta?.text ?? '');
  }
  expect(pieces.join('')).toBe(said);
  expect(pieces.filter((piece) => piece !== '').length).toBeGreaterThan(1);
  expect(kinds.at(0)).toBe('messageStart');
  expect(kinds.slice(-2)).toEqual(['messageStop', 'metadata']);
});

it('says that the given text has no answer, and stops at the limit of tokens', async () => {
  const messages = [{ role: 'user' as const, content: [{ text: 'Who painted the ceiling?' }] }];
  const none = await runtime().send(new ConverseCommand({ ...conversation, messages }));
  expect(none.output?.message?.content?.[0]?.text).toContain('does not answer');
  const cut = await runtime().send(new ConverseCommand({ ...conversation, inferenceConfig: { maxTokens: 5 } }));
  expect(cut.stopReason).toBe('max_tokens');
  expect(cut.usage?.outputTokens).toBe(5);
});

it.each([
  ['a model that does not exist', { ...conversation, modelId: 'anthropic.claude-nothing-1' }, 'ValidationException'],
  ['an embedding model', { ...conversation, modelId: 'amazon.titan-embed-text-v2:0' }, 'ValidationException'],
  ['no message', { ...conversation, messages: [] }, 'ValidationException'],
  [
    'an assistant that begins',
    { ...conversation, messages: [{ role: 'assistant' as const, content: [{ text: 'Hello' }] }] },
    'ValidationException',
  ],
  [
    'two turns of the user',
    { ...conversation, messages: [...conversation.messages, ...conversation.messages] },
    'ValidationException',
  ],
  [
    'words at which to stop, which the stand-in does not look for',
    { ...conversation, inferenceConfig: { stopSequences: ['END'] } },
    'NotImplemented',
  ],
  [
    'a tool, which the stand-in does not call',
    { ...conversation, toolConfig: { tools: [{ toolSpec: { name: 'clock', inputSchema: { json: {} } } }] } },
    'NotImplemented',
  ],
])('refuses %s', async (_what, input, name) => {
  await expect(runtime().send(new ConverseCommand(input))).rejects.toMatchObject({ name });
});

describe('embeddings', () => {
  const embed = async (id: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await runtime().send(new InvokeModelCommand({ modelId: id, body: JSON.stringify(body) }));
    return JSON.parse(answer.body.transformToString()) as Record<string, unknown>;
  };

  it('gives vectors of the asked length, the same for the same text', async () => {
    const first = await embed('amazon.titan-embed-text-v2:0', { inputText: text, dimensions: 256 });
    const second = await embed('amazon.titan-embed-text-v2:0', { inputText: text, dimensions: 256 });
    expect(first).toEqual(second);
    expect(first['embedding']).toHaveLength(256);
    expect(first['standIn']).toBe('llmops-local-lexical');
    const digest = createHash('sha256').update(JSON.stringify(first['embedding'])).digest('hex');
    expect(digest.slice(0, 12)).toMatchInlineSnapshot(`"c92652892f5e"`);
  });

  it('gives one vector for each text of Cohere', async () => {
    const { embeddings } = await embed('cohere.embed-english-v3', {
      texts: ['lake', 'hill'],
      input_type: 'search_query',
    });
    expect(embeddings).toHaveLength(2);
  });

  it.each([
    ['a length that the model does not have', 'amazon.titan-embed-text-v2:0', { inputText: text, dimensions: 100 }],
    ['no text', 'amazon.titan-embed-text-v2:0', {}],
    ['a text that is too long', 'amazon.titan-embed-text-v2:0', { inputText: 'a'.repeat(50_001) }],
    ['no kind of input', 'cohere.embed-english-v3', { texts: ['lake'] }],
  ])('refuses %s', async (_what, id, body) => {
    await expect(embed(id, body)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('says that it gives only vectors of unit length', async () => {
    const body = { inputText: text, normalize: false };
    await expect(embed('amazon.titan-embed-text-v2:0', body)).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  it('refuses a model whose requests are not known, by its name', async () => {
    const asked = embed('mistral.mistral-large-2402-v1:0', { prompt: 'Hello' });
    await expect(asked).rejects.toMatchObject({ name: 'NotImplemented' });
    await expect(asked).rejects.toThrow('mistral.mistral-large-2402-v1:0');
  });
});
