import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalEndpoint } from '../../../bin/deploy/local-endpoint';
import { startLocalAws } from '../../../lib/local/aws';

const target = { account: '111111111111', region: 'eu-central-1' };
const folder = mkdtempSync(join(tmpdir(), 'llmops-endpoint-'));
const asked: string[] = [];
let other: Server;
let url: string;

beforeAll(async () => {
  other = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((listening) => {
    other.listen(0, '127.0.0.1', () => {
      listening();
    });
  });
  url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
});
afterAll(() => {
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A state that says a process works on it. */
async function stateOf(name: string, pid: number): Promise<string> {
  const state = join(folder, name);
  await (await startLocalAws({ state })).close();
  writeFileSync(join(state, 'endpoint.json'), JSON.stringify({ url, pid }));
  return state;
}

test('the endpoint of a process that lives is used', async () => {
  const { clients, close } = await openLocalEndpoint(await stateOf('lives', process.pid), target);
  await close();
  expect(clients.local?.endpoint).toBe(url);
});

test('that of a process that ended is not asked, whatever listens there now: the state gets an endpoint of its own', async () => {
  asked.length = 0;
  // Larger than every process number of Linux.
  const { clients, close } = await openLocalEndpoint(await stateOf('ended', 4_194_305), target);
  await close();
  expect(asked).toEqual([]);
  expect(clients.local?.endpoint).not.toBe(url);
});
