import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { modelServer } from '../../../../../../lib/local/model/model-server';
import type { LoopbackModel, ModelReply } from '../../../model/loopback-model';
import { completionOf, serverModel, startLoopbackModel, streamedOf, vectorsOf } from '../../../model/loopback-model';
import { testAccount, testRegion } from '../../engine';

let server: LoopbackModel;
let cloud: LocalAws;
let runtime: BedrockRuntimeClient;
beforeEach(async () => {
  server = await startLoopbackModel();
  cloud = await startLocalAws({ model: modelServer({ url: server.url, model: 'named' }) });
  runtime = new BedrockRuntimeClient({
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId: cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  runtime.destroy();
  await cloud.close();
  await server.close();
});

const conversation = {
  modelId: 'amazon.nova-lite-v1:0',
  messages: [{ role: 'user' as const, content: [{ text: 'Where is the lake?' }] }],
};
const embed = () =>
  runtime.send(
    new InvokeModelCommand({
      modelId: 'amazon.titan-embed-text-v2:0',
      body: JSON.stringify({ inputText: 'lake', dimensions: 256 }),
    }),
  );

it('gives the answer of the server without the label of the stand-in, and names the model', async () => {
  server.replies['/chat/completions'] = completionOf('In the north.');
  const answer = await runtime.send(new ConverseCommand(conversation));
  expect(answer.output?.message?.content).toEqual([{ text: 'In the north.' }]);
  expect(answer.usage).toEqual({ inputTokens: 11, outputTokens: 7, totalTokens: 18 });
  const key = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '';
  const { headers } = await fetch(`${cloud.url}/model/${conversation.modelId}/converse`, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20261201/${testRegion}/bedrock/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: JSON.stringify({ messages: conversation.messages }),
  });
  expect(headers.get('x-llmops-local-model')).toBe(serverModel);
});

it('streams the pieces of the server, and ends a stream that was cut in the error of the service', async () => {
  const read = async (): Promise<string> => {
    const { stream } = await runtime.send(new ConverseStreamCommand(conversation));
    let text = '';
    for await (const event of stream ?? []) text += event.contentBlockDelta?.delta?.text ?? '';
    return text;
  };
  server.replies['/chat/completions'] = { body: streamedOf(['In the ', 'north.']) };
  expect(await read()).toBe('In the north.');
  server.replies['/chat/completions'] = { body: streamedOf(['In the ', 'north.']), cut: true };
  await expect(read()).rejects.toMatchObject({ name: 'ModelStreamErrorException' });
});

it('gives the vectors of the server', async () => {
  server.replies['/embeddings'] = vectorsOf(1, 256);
  const body = JSON.parse((await embed()).body.transformToString()) as Record<string, unknown>;
  expect(body['embedding']).toHaveLength(256);
  expect(body).not.toHaveProperty('standIn');
});

it.each<[string, ModelReply, string]>([
  ['vectors of another length', vectorsOf(1, 255), 'ModelErrorException'],
  ['an error of the server', { status: 500, body: 'out of memory' }, 'ModelErrorException'],
  ['too many requests', { status: 429, body: 'slow down' }, 'ThrottlingException'],
  ['a server that takes too long', { status: 504, body: 'late' }, 'ModelTimeoutException'],
])('refuses with the error of the service: %s', async (_what, reply, name) => {
  server.replies['/embeddings'] = reply;
  await expect(embed()).rejects.toMatchObject({ name });
});

it('refuses where no server listens', async () => {
  await server.close();
  await expect(embed()).rejects.toMatchObject({ name: 'ServiceUnavailableException' });
});
