import OpenAI from 'openai';
import type { AzureData, AzureResource } from '../../../../lib/local/azure-data';
import { localToken, startAzureData } from '../../../../lib/local/azure-data';
import { assigned, customRole, endpointWith, ids } from './environment';

const score = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/score/action';
let resources: readonly AzureResource[];
let data: AzureData;
beforeEach(async () => {
  data = await startAzureData(() => resources);
});
afterEach(() => data.close());

const scored = customRole(ids.caller, { actions: [score] });
const question = {
  model: 'chat',
  messages: [{ role: 'user' as const, content: 'The lift is closed on Mondays.\nWhen is the lift closed?' }],
};

async function ask(headers: Record<string, string> = {}, path = '/v1/chat/completions', body: object = question) {
  const answer = await fetch(`${data.onlineEndpoint('chat')}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${localToken(ids.caller)}`, ...headers },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return answer;
}

const deploymentOf = (answer: Response): string => answer.headers.get('azureml-model-deployment') ?? '';

it('answers the client of OpenAI with a token as its key', async () => {
  resources = [...endpointWith({ traffic: { blue: 100 } }, ['blue']), ...scored];
  const client = new OpenAI({
    baseURL: `${data.onlineEndpoint('chat')}/v1`,
    apiKey: localToken(ids.caller),
    maxRetries: 0,
  });
  const answer = await client.chat.completions.create(question);
  expect(answer.choices[0]?.message.content).toContain('The lift is closed on Mondays.');
});

it('gives each deployment exactly its share of a hundred requests, and nothing for mirrored traffic', async () => {
  const shares = { traffic: { blue: 90, green: 10 }, mirrorTraffic: { shadow: 50 } };
  resources = [...endpointWith(shares, ['blue', 'green', 'shadow']), ...scored];
  const counts: Record<string, number> = {};
  for (let count = 0; count < 100; count += 1) {
    const name = deploymentOf(await ask());
    counts[name] = (counts[name] ?? 0) + 1;
  }
  expect(counts).toEqual({ blue: 90, green: 10 });
});

it('goes to the deployment that the header names, whatever its share', async () => {
  resources = [...endpointWith({ traffic: { blue: 100 } }, ['blue', 'green']), ...scored];
  expect(deploymentOf(await ask({ 'azureml-model-deployment': 'green' }))).toBe('green');
  expect((await ask({ 'azureml-model-deployment': 'red' })).status).toBe(404);
});

it.each([
  ['no traffic', {}, ['blue']],
  ['a share of zero', { traffic: { blue: 0 } }, ['blue']],
  ['traffic to a deployment that is not there', { traffic: { gone: 100 } }, ['blue']],
])('has no answer with %s', async (_what, properties, deployments) => {
  resources = [...endpointWith(properties, deployments), ...scored];
  expect((await ask()).status).toBe(404);
});

it.each([
  ['the action', customRole(ids.caller, { actions: [score] }), 200],
  ['a pattern of it', customRole(ids.caller, { actions: ['*/onlineEndpoints/*/action'] }), 200],
  [
    'the role of a data scientist above',
    [assigned(ids.caller, 'f6c7c914-8db3-469d-8ca1-694a8f32e121', ids.endpoint.replace(/\/onlineEndpoints.*/, ''))],
    200,
  ],
  ['the action taken away', customRole(ids.caller, { actions: ['*'], notActions: [score] }), 401],
  ['another action', customRole(ids.caller, { actions: [score.replace('score', 'scores')] }), 401],
  ['a role of another identity', customRole(ids.writer, { actions: [score] }), 401],
  ['no role', [], 401],
])('answers a caller with %s by %#', async (_what, roles, status) => {
  resources = [...endpointWith({ traffic: { blue: 100 } }, ['blue']), ...roles];
  expect((await ask()).status).toBe(status);
});

it.each([
  ['the key of the program', { authMode: 'Key', keys: { primaryKey: 'one' } }, 'Bearer one', 200],
  ['another key', { authMode: 'Key', keys: { primaryKey: 'one' } }, 'Bearer two', 401],
  ['a key that the service makes', { authMode: 'Key' }, 'Bearer one', 501],
  ['a token of Azure ML', { authMode: 'AMLToken' }, 'Bearer one', 501],
  ['a key where tokens are taken', {}, 'Bearer one', 401],
  ['no credential', {}, '', 401],
])('answers %s by %#', async (_what, properties, authorization, status) => {
  resources = [...endpointWith({ traffic: { blue: 100 }, ...properties }, ['blue']), ...scored];
  expect((await ask({ authorization })).status).toBe(status);
});

it.each([
  ['a path that the container does not have', '/v1/other', question, '404'],
  ['no messages', '/v1/chat/completions', { model: 'chat', messages: [] }, '400'],
])('answers %s as an error of the model', async (_what, path, body, code) => {
  resources = [...endpointWith({ traffic: { blue: 100 } }, ['blue']), ...scored];
  const answer = await ask({}, path, body);
  expect([answer.status, answer.headers.get('ms-azureml-model-error-statuscode')]).toEqual([424, code]);
});
