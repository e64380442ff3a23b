import { once } from 'node:events';
import { connect } from 'node:net';
import type { LoopbackCall, LoopbackServer } from '../../../lib/local/loopback-server';
import { startLoopback } from '../../../lib/local/loopback-server';

let server: LoopbackServer;
let calls: LoopbackCall[] = [];
beforeAll(async () => {
  server = await startLoopback({
    bodyLimit: 8,
    answer: (call) => {
      calls.push(call);
      if (call.path[0] === 'broken') throw new Error('out of order');
      return { status: 200, headers: { 'x-kind': 'answer' }, body: 'here' };
    },
    tooLarge: (bytes) => ({ status: 413, body: String(bytes) }),
    failed: (error) => ({ status: 500, body: error instanceof Error ? error.message : '' }),
  });
});
beforeEach(() => {
  calls = [];
});
afterAll(() => server.close());

it('hands over method, decoded path, query, headers and body', async () => {
  await fetch(`${server.url}/a%20b/%zz?x=1`, { method: 'PUT', headers: { 'X-One': '1' }, body: 'text' });
  const [call] = calls;
  expect(call).toMatchObject({ method: 'PUT', path: ['a b', '%zz'], root: server.url, headers: { 'x-one': '1' } });
  expect(call?.query.get('x')).toBe('1');
  expect(call?.body.toString()).toBe('text');
});

it('answers a HEAD without a body', async () => {
  const answer = await fetch(server.url, { method: 'HEAD' });
  expect([answer.status, answer.headers.get('x-kind'), await answer.text()]).toEqual([200, 'answer', '']);
});

it.each([
  ['a body over the limit', '/', { method: 'POST', body: '123456789' }, [413, '9'], 0],
  ['an error', '/broken', {}, [500, 'out of order'], 1],
])('answers %s as it was told', async (_what, path, request, expected, asked) => {
  const answer = await fetch(`${server.url}${path}`, request);
  expect([answer.status, await answer.text()]).toEqual(expected);
  expect(calls).toHaveLength(asked);
});

it('answers nothing to a request whose connection ends in its middle', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const ended = once(socket.resume(), 'close');
  socket.end('PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 8\r\n\r\nhalf');
  await ended;
  await fetch(`${server.url}/after`);
  expect(calls.map(({ path }) => path)).toEqual([['after']]);
});

it('refuses a port that is taken', async () => {
  const port = Number(new URL(server.url).port);
  const nothing = () => ({ status: 200 });
  const second = startLoopback({ port, bodyLimit: 1, answer: nothing, tooLarge: nothing, failed: nothing });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
