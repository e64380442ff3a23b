import { AzureOpenAI } from 'openai';
import type { AzureData } from '../../../../lib/local/azure-data';
import { localToken, startAzureData } from '../../../../lib/local/azure-data';
import { modelServer } from '../../../../lib/local/model/model-server';
import type { LoopbackModel } from '../model/loopback-model';
import { completionOf, serverModel, startLoopbackModel, vectorsOf } from '../model/loopback-model';
import { environment, ids } from './environment';

let server: LoopbackModel;
let data: AzureData;
beforeAll(async () => {
  server = await startLoopbackModel();
  data = await startAzureData(() => environment, modelServer({ url: server.url }));
});
afterAll(async () => {
  await data.close();
  await server.close();
});

const client = () =>
  new AzureOpenAI({
    endpoint: data.openAi('models'),
    apiVersion: '2024-10-21',
    azureADTokenProvider: () => Promise.resolve(localToken(ids.caller)),
    maxRetries: 0,
  });
const chat = () => client().chat.completions.create({ model: 'chat', messages: [{ role: 'user', content: 'Where?' }] });
const embed = () => client().embeddings.create({ model: 'embed', input: 'lake', dimensions: 256 });

it('answers and embeds with the server, under its model name', async () => {
  server.replies['/chat/completions'] = completionOf('In the north.');
  server.replies['/embeddings'] = vectorsOf(1, 256);
  const { choices, model } = await chat();
  expect([choices[0]?.message.content, model]).toEqual(['In the north.', serverModel]);
  expect(await embed()).toMatchObject({ model: serverModel, data: [{ index: 0 }] });
});

it.each([
  ['too many requests', { status: 429, body: 'slow down' }, 429],
  ['an error', { status: 400, body: 'no such model' }, 500],
  ['vectors of another length', vectorsOf(1, 255), 500],
])('has an error of the service for %s', async (_what, reply, status) => {
  server.replies['/embeddings'] = reply;
  await expect(embed()).rejects.toMatchObject({ status });
});
