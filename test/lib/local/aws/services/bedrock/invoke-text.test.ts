import {
  BedrockRuntimeClient,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';

let cloud: LocalAws;
let runtime: BedrockRuntimeClient;
beforeAll(async () => {
  cloud = await startLocalAws();
  runtime = new BedrockRuntimeClient({
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId: cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  runtime.destroy();
  await cloud.close();
});

const said = '[local stand-in, extractive] The lift of the tower is closed on Mondays.';
const system = 'The lift of the tower is closed on Mondays.';
const question = 'On which days is the lift of the tower closed?';
const claude = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 100,
  system,
  messages: [{ role: 'user', content: question }],
};
const nova = {
  schemaVersion: 'messages-v1',
  system: [{ text: system }],
  messages: [{ role: 'user', content: [{ text: question }] }],
};
const llama = { prompt: `${system}\n${question}`, max_gen_len: 100 };
const models = {
  claude: 'eu.anthropic.claude-sonnet-4-6',
  nova: 'amazon.nova-lite-v1:0',
  llama: 'us.meta.llama3-3-70b-instruct-v1:0',
};

const invoke = async (modelId: string, body: object, more: object = {}): Promise<Record<string, unknown>> => {
  const answer = await runtime.send(new InvokeModelCommand({ modelId, body: JSON.stringify(body), ...more }));
  return JSON.parse(answer.body.transformToString()) as Record<string, unknown>;
};

it.each([
  [
    'Claude',
    models.claude,
    claude,
    { type: 'message', content: [{ type: 'text', text: said }], stop_reason: 'end_turn' },
  ],
  [
    'Claude with blocks',
    models.claude,
    {
      ...claude,
      system: [{ type: 'text', text: system }],
      messages: [{ role: 'user', content: [{ type: 'text', text: question }] }],
    },
    { content: [{ text: said }] },
  ],
  [
    'Claude, cut',
    models.claude,
    { ...claude, max_tokens: 3 },
    { stop_reason: 'max_tokens', usage: { output_tokens: 3 } },
  ],
  ['Nova', models.nova, nova, { output: { message: { content: [{ text: said }] } }, stopReason: 'end_turn' }],
])('answers %s in its own words', async (_what, model, body, answer) => {
  expect(await invoke(model, body)).toMatchObject(answer);
});

it('answers Llama, in a region that has it', async () => {
  const key = cloud.env(testAccount, 'us-east-1')['AWS_ACCESS_KEY_ID'] ?? '';
  const response = await fetch(`${cloud.url}/model/${models.llama}/invoke`, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20261201/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: JSON.stringify(llama),
  });
  expect(await response.json()).toMatchObject({ generation: said, stop_reason: 'stop' });
});

it.each([
  ['Claude', models.claude, claude, 'message_stop'],
  ['Nova', models.nova, nova, 'metadata'],
])('streams the answer of %s', async (_what, modelId, body, last) => {
  const { body: stream } = await runtime.send(
    new InvokeModelWithResponseStreamCommand({ modelId, body: JSON.stringify(body) }),
  );
  const chunks: string[] = [];
  for await (const { chunk } of stream ?? []) chunks.push(Buffer.from(chunk?.bytes ?? []).toString('utf8'));
  const texts = chunks.flatMap((chunk) => /"text":"([^"]+)"/.exec(chunk)?.[1] ?? []);
  expect(texts.join('')).toBe(said);
  expect(chunks.at(-1)).toContain(last);
});

it.each([
  ['no limit of tokens', { ...claude, max_tokens: undefined }, {}, 'ValidationException'],
  ['a member of another family', { ...claude, prompt: 'Hello' }, {}, 'NotImplemented'],
  [
    'an image',
    { ...claude, messages: [{ role: 'user', content: [{ type: 'image', source: {} }] }] },
    {},
    'NotImplemented',
  ],
  ['a guardrail', claude, { guardrailIdentifier: 'abc123', guardrailVersion: 'DRAFT' }, 'NotImplemented'],
])('refuses %s', async (_what, body, more, name) => {
  await expect(invoke(models.claude, body, more)).rejects.toMatchObject({ name });
});
