import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { HubSource } from '../../../lib/cloud/hub';
import { codedErrorOf } from '../../helpers/coded-error';

/** A port of this machine on which nothing listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

test('a hub that cannot be reached is a problem with its address and another way', async () => {
  const address = `http://127.0.0.1:${await closedPort()}`;
  const source = new HubSource({ repository: 'example/model', revision: '0'.repeat(40), address });
  const error = await codedErrorOf(() => source.list());
  expect(error.message).toMatch(/the hub cannot be reached: .*ECONNREFUSED/);
  expect(error).toMatchObject({
    code: 'AssetSourceMissing',
    place: `${address}/api/models/example/model/tree/${'0'.repeat(40)}?recursive=true`,
    fix: expect.stringContaining('--from FOLDER') as unknown,
  });
});
