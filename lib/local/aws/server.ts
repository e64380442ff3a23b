import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { CodedError } from '../../messages';
import type { Stack } from './cloudformation/stack';
import { clientEnvironment } from './environment';
import type { LocalAws, LocalAwsOptions, StackView } from './local-aws';
import { portHolder } from './port-holder';
import type { RequestRecord } from './request-log';
import { route } from './router';
import { services } from './services/table';
import { Cloud } from './state/cloud';
import { plainObject } from './state/objects';

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/;

/**
 * Starts the local AWS cloud on one loopback port; state lives in memory until `close`.
 * @throws CodedError (NotLoopback, PortTaken, ListenFailed)
 */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<LocalAws> {
  const host = options.host ?? '127.0.0.1';
  if (!loopback.test(host)) {
    throw new CodedError('NotLoopback', {
      place: 'host',
      message: 'not a loopback address: the local cloud checks no signatures',
      got: host,
      expected: '127.0.0.1, localhost or ::1',
    });
  }
  const cloud = new Cloud(
    options.seed ?? 'local',
    options.now ?? (() => new Date()),
    options.onEvent,
    options.standIns,
  );
  const records: RequestRecord[] = [];
  let url = '';
  const server = createServer((request, response) => {
    readBody(request).then(
      (body) => {
        const { answer, record } = route(
          { method: request.method ?? 'GET', url: request.url ?? '/', headers: request.headers, body },
          { cloud, services, endpoint: url, foreignAccount: options.foreignAccount },
        );
        records.push(record);
        send(response, answer.status, answer.headers, answer.body);
      },
      () => {
        response.destroy();
      },
    );
  });
  server.keepAliveTimeout = 60_000;
  const port = await listen(server, host, options.port ?? 0);
  url = `http://${host === '::1' ? '[::1]' : host}:${port}`;
  cloud.endpoint = url;
  return {
    url,
    port,
    plant: (fault) => {
      cloud.fault = (place) => (place.action === 'create' ? fault?.(place) : undefined);
    },
    write: (bucket, key) => {
      cloud.buckets.get(bucket)?.objects.set(key, plainObject(key, Buffer.from('local'), cloud.now()));
    },
    env: (account, region) => clientEnvironment(url, account, region),
    requests: () => records,
    stacks: () => stackViews(cloud),
    idle: () => cloud.operations.idle(),
    close: async () => {
      await cloud.operations.stop();
      cloud.functions.close();
      await close(server);
    },
  };
}

/** Listens and gives the port. @throws CodedError (PortTaken, ListenFailed) */
function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(startFailure(error, host, port));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      // Closing what is closed already is no error.
      if (error === undefined || !server.listening) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}

function startFailure({ code, message }: NodeJS.ErrnoException, host: string, port: number): CodedError {
  const place = `${host}:${port}`;
  if (code !== 'EADDRINUSE') return new CodedError('ListenFailed', { place, message: `cannot listen: ${message}` });
  const holder = portHolder(port);
  return new CodedError('PortTaken', {
    place,
    message: `port ${port} is already taken${holder === undefined ? '' : ` by ${holder}`}`,
    expected: 'a free port',
  });
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('error', reject);
  });
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void {
  const length = headers['content-length'] ?? (status === 204 ? undefined : String(Buffer.byteLength(body)));
  response.writeHead(status, { ...headers, ...(length === undefined ? {} : { 'content-length': length }) });
  response.end(body);
}

function stackViews(cloud: Cloud): readonly StackView[] {
  return cloud
    .allStacks()
    .filter((stack) => !stack.deleted)
    .map(stackView);
}

function stackView(stack: Stack): StackView {
  return {
    account: stack.account,
    region: stack.region,
    stack: stack.name,
    status: stack.status,
    statusReason: stack.statusReason,
    outputs: Object.fromEntries((stack.deployment?.outputs ?? []).map(({ key, value }) => [key, value])),
    resources: [...stack.resources.values()].map(({ logicalId, physicalId, type, status }) => ({
      logicalId,
      physicalId,
      type,
      status,
    })),
  };
}
