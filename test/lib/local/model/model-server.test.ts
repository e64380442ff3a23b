import { modelServer } from '../../../../lib/local/model/model-server';
import type { LoopbackModel } from './loopback-model';
import { completionOf, serverModel, startLoopbackModel, streamedOf, vectorsOf } from './loopback-model';

let server: LoopbackModel;
beforeEach(async () => {
  server = await startLoopbackModel();
});
afterEach(() => server.close());

const turns = [
  { role: 'system' as const, text: 'Be short.' },
  { role: 'user' as const, text: 'Where is the lake?' },
];

it('asks for a completion with the key and the first model that is listed, and takes name and tokens of the answer', async () => {
  server.replies['/chat/completions'] = completionOf('In the north.', 'length');
  const answer = await modelServer({ url: server.url, key: 'a-key' }).chat(turns, { maxTokens: 9, temperature: 0 });
  expect(answer).toEqual({ text: 'In the north.', inputTokens: 11, outputTokens: 7, cut: true, model: serverModel });
  expect(server.asked.map(({ path }) => path)).toEqual(['/models', '/chat/completions']);
  expect(server.asked[1]?.headers.authorization).toBe('Bearer a-key');
  expect(server.asked[1]?.body).toEqual({
    model: serverModel,
    messages: [
      { role: 'system', content: 'Be short.' },
      { role: 'user', content: 'Where is the lake?' },
    ],
    max_tokens: 9,
    temperature: 0,
  });
});

it('reads a stream, and says where it was cut', async () => {
  const model = modelServer({ url: server.url, model: 'named' });
  server.replies['/chat/completions'] = { body: streamedOf(['In the ', 'north.']) };
  const whole = await model.stream(turns);
  expect(whole).toMatchObject({ pieces: ['In the ', 'north.'], text: 'In the north.', outputTokens: 7, cut: false });
  expect(whole).not.toHaveProperty('broken');
  server.replies['/chat/completions'] = { body: streamedOf(['In the ', 'north.']), cut: true };
  const cut = await model.stream(turns);
  expect(cut).toMatchObject({ text: 'In the north.', broken: 'the stream ended before the answer did' });
  expect(server.asked[0]?.body).toMatchObject({ model: 'named', stream: true });
});

it('answers from passages, and names the passage of each sentence that one of them has', async () => {
  server.replies['/chat/completions'] = completionOf('The lift is closed on Mondays. Ask at the desk in 2031.');
  const model = modelServer({ url: server.url, model: 'named' });
  const answer = await model.answer('When is the lift closed?', [
    'The stairs are open.',
    'On Mondays the lift is closed.',
  ]);
  expect(answer.parts).toEqual([
    { text: 'The lift is closed on Mondays.', start: 0, passage: 1 },
    { text: 'Ask at the desk in 2031.', start: 31, passage: undefined },
  ]);
});

it('embeds with the model for it, in the order of the texts', async () => {
  server.replies['/embeddings'] = vectorsOf(2, 4);
  const model = modelServer({ url: server.url, model: 'named', embeddingModel: 'small' });
  const { vectors } = await model.embed(['lake', 'hill'], 4);
  expect(vectors.map(([first]) => first)).toEqual([1, 2]);
  expect(server.asked[0]?.body).toMatchObject({ model: 'small', input: ['lake', 'hill'], dimensions: 4 });
});

it.each([
  ['vectors of another length', vectorsOf(1, 3), 'unreadable', /have 3 numbers, and 4 are needed/],
  ['another number of vectors', vectorsOf(2, 4), 'unreadable', /2 vectors for 1 texts/],
  ['no numbers', { body: { data: [{ embedding: 'AAAA' }] } }, 'unreadable', /not a list of numbers/],
  ['no JSON', { body: 'hello' }, 'unreadable', /no JSON object/],
  ['an error', { status: 500, body: 'out of memory' }, 'refused', /answered 500: out of memory/],
  [
    'another address',
    { status: 307, headers: { location: 'http://127.0.0.1:9/' }, body: '' },
    'refused',
    /answered 307/,
  ],
])('fails for %s', async (_what, reply, kind, message) => {
  server.replies['/embeddings'] = reply;
  const model = modelServer({ url: server.url, model: 'named' });
  await expect(model.embed(['lake'], 4)).rejects.toMatchObject({ kind });
  await expect(model.embed(['lake'], 4)).rejects.toThrow(message);
});

it('says that nothing listens at the address, and asks again later', async () => {
  const model = modelServer({ url: server.url });
  server.replies['/models'] = { status: 503, body: 'loading' };
  await expect(model.chat(turns)).rejects.toMatchObject({ kind: 'refused', status: 503 });
  server.replies['/models'] = { body: { data: [{ id: serverModel }] } };
  server.replies['/chat/completions'] = completionOf('Here.');
  await expect(model.chat(turns)).resolves.toMatchObject({ text: 'Here.' });
  await server.close();
  await expect(model.chat(turns)).rejects.toMatchObject({ kind: 'unreachable' });
});
