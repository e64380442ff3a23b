import { connect as connectHttp2 } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import type { TwoProtocolServer } from '../../../../../lib/local/aws/wire/both-protocols';
import { twoProtocolServer } from '../../../../../lib/local/aws/wire/both-protocols';

let server: TwoProtocolServer;
let port: number;
beforeEach(async () => {
  server = twoProtocolServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end(`${request.httpVersion} ${String(request.url)}`);
  });
  await new Promise<void>((resolve) => server.net.listen(0, '127.0.0.1', resolve));
  port = (server.net.address() as AddressInfo).port;
});
afterEach(async () => {
  await new Promise<void>((resolve) => {
    server.net.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
});

function overHttp2(path: string): Promise<string> {
  const session = connectHttp2(`http://127.0.0.1:${port}`);
  return new Promise((resolve, reject) => {
    session.on('error', reject);
    let text = '';
    session
      .request({ ':path': path })
      .on('data', (chunk: Buffer) => (text += chunk.toString()))
      .on('end', () => {
        session.close();
        resolve(text);
      })
      .end();
  });
}

it('answers both protocols on one port, also at once', async () => {
  const http1 = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  expect(await Promise.all([http1('/a'), overHttp2('/b'), http1('/c'), overHttp2('/d')])).toEqual([
    '1.1 /a',
    '2.0 /b',
    '1.1 /c',
    '2.0 /d',
  ]);
});

/** What comes back for bytes that are sent one after the other. */
function bytesBack(parts: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('end', () => {
      resolve(text);
    });
    socket.on('error', reject);
    const send = (place: number): void => {
      const part = parts[place];
      if (part === undefined) return;
      socket.write(part, () => setImmediate(send, place + 1));
    };
    send(0);
  });
}

it('waits for the first bytes of a request that come one by one', async () => {
  const request = 'PUT /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
  expect(await bytesBack(request.match(/[^]/g) ?? [])).toContain('1.1 /slow');
});

it('outlives a connection that says nothing', async () => {
  const socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve) => socket.on('connect', resolve));
  socket.destroy();
  expect(await overHttp2('/after')).toBe('2.0 /after');
});
