import { constants } from 'node:http2';
import type { Server } from 'node:net';
import { CodedError } from '../../messages';
import { resume } from './cloudformation/executor';
import { ChildStacks } from './cloudformation/nested-stacks';
import { consoleAnswer } from './console';
import { retention } from './delete-retained';
import { clientEnvironment } from './environment';
import { removeOrphans } from './functions/function-folders';
import { policyOf } from './iam/policy';
import type { LocalAws, LocalAwsOptions } from './local-aws';
import { outsideAnswer, refuseOutside } from './outside';
import { portHolder } from './port-holder';
import type { RequestRecord } from './request-log';
import { keptRequests } from './request-log';
import type { RouterOptions } from './router';
import { bodyLimit, route } from './router';
import type { WireAnswer } from './services/call';
import { services } from './services/table';
import { stacksOf } from './stacks-of';
import { Cloud } from './state/cloud';
import type { History } from './state/history';
import { Ledger } from './state/ledger';
import { openStateFolder } from './state/level-store';
import { plainObject } from './state/objects';
import type { AnyRequest, AnyResponse, TwoProtocolServer } from './wire/both-protocols';
import { twoProtocolServer } from './wire/both-protocols';
import { readBody } from './wire/request-body';

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/;

/**
 * Starts the local AWS cloud on one loopback port. Its state lives in memory until `close`, or in a state folder, where
 * the next start finds it.
 * @throws CodedError (NotLoopback, PortTaken, ListenFailed, StateInUse, StateNewer, StateDamaged, StateForeign, StateNotWritable, StateFull)
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
  const { ledger, announce } = await openState(options.state);
  removeOrphans();
  try {
    return await serve(host, ledger, announce, options);
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** The state of a folder, or one in memory. */
async function openState(
  path: string | undefined,
): Promise<{ readonly ledger: Ledger; readonly announce: (url: string) => void }> {
  if (path === undefined) return { ledger: new Ledger(), announce: () => undefined };
  const { store, folder } = await openStateFolder(path);
  const announce = (url: string): void => {
    folder.announce(url);
  };
  try {
    return { ledger: await Ledger.open(store), announce };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serve(
  host: string,
  ledger: Ledger,
  announce: (url: string) => void,
  options: LocalAwsOptions,
): Promise<LocalAws> {
  const { seed = 'local', now = () => new Date(), onEvent, standIns, crash } = options;
  const cloud = new Cloud(seed, now, onEvent, { standIns, ledger, crash });
  governed(cloud, options);
  if (options.onUnsaved !== undefined) ledger.failed = options.onUnsaved;
  const records: History<RequestRecord> = ledger.history('requests', keptRequests, { later: true });
  let url = '';
  const server = twoProtocolServer((request, response) => {
    answerTo(request, records, { cloud, services, endpoint: url, foreignAccount: options.foreignAccount }).then(
      (answer) => {
        send(request, response, answer);
      },
      () => {
        response.destroy();
      },
    );
  });
  server.http1.keepAliveTimeout = 60_000;
  refuseOutside(
    server.http1,
    (record) => {
      records.push(record);
    },
    now,
  );
  const port = await listen(server.net, host, options.port ?? 0);
  url = `http://${host === '::1' ? '[::1]' : host}:${port}`;
  announce(url);
  goOn(cloud, records, { cloud, services, endpoint: url, foreignAccount: options.foreignAccount });
  return {
    url,
    port,
    plant: (fault) => {
      cloud.fault = fault ?? (() => undefined);
    },
    faults: cloud.faults,
    ...retention(cloud),
    ...stacksOf(cloud),
    write: (bucket, key) => {
      cloud.buckets.get(bucket)?.objects.set(key, plainObject(key, Buffer.from('local'), cloud.now()));
    },
    env: (account, region) => clientEnvironment(url, account, region),
    requests: () => records.slice(),
    idle: async () => {
      await cloud.operations.idle();
      await cloud.functions.idle();
    },
    close: once(async () => {
      await cloud.operations.stop();
      cloud.functions.close();
      await close(server);
      await ledger.close();
    }),
  };
}

/** Does something at the first call, and nothing more at the others: a file that is closed twice may be another's. */
function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}

/** Sets who limits the callers, who listens to what is asked, what is validated early, and what generates text. */
function governed(
  cloud: Cloud,
  { serviceControlPolicies, onAsked, earlyValidation = false, holdSpeed = 1, model }: LocalAwsOptions,
): void {
  cloud.serviceControl = serviceControlPolicies?.map((level) => level.map(policyOf));
  cloud.asked = onAsked;
  cloud.earlyValidation = earlyValidation;
  cloud.holdSpeed = holdSpeed;
  if (model !== undefined) cloud.model = model;
}

/** Opens the cloud at its address, and goes on with the operations that the process before this one left. */
function goOn(cloud: Cloud, records: History<RequestRecord>, options: RouterOptions): void {
  cloud.endpoint = options.endpoint;
  cloud.ask = async (request) => {
    const { answer, record } = await route(request, options);
    records.push(record);
    await cloud.ledger.flush();
    return answer;
  };
  cloud.nested = new ChildStacks(cloud);
  for (const stack of cloud.allStacks()) {
    // A nested stack goes on with its parent.
    const work = stack.parentId === undefined ? resume(stack, cloud) : undefined;
    if (work !== undefined) cloud.operations.start(stack, work);
  }
}

/** Answers a request when what it changed is written: what the answer says is there whenever the process ends. */
async function answerTo(
  request: AnyRequest,
  records: History<RequestRecord>,
  options: RouterOptions,
): Promise<WireAnswer> {
  const { cloud, endpoint } = options;
  const asked = consoleAnswer(request, endpoint, cloud, records);
  if (asked !== undefined) return asked;
  const read = await readBody(request, bodyLimit(request.headers, options.services));
  const { method = 'GET', url = '/', headers } = request;
  if (!url.startsWith('/')) {
    const { record, body } = outsideAnswer(method, url, cloud.now());
    records.push(record);
    return { status: record.status, headers: { 'content-type': 'text/plain' }, body };
  }
  const { answer, record, unsaved } = await route({ method, url, headers, ...read }, options);
  records.push(record);
  try {
    await cloud.ledger.flush();
    return answer;
  } catch (error) {
    return unsaved(error);
  }
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

function close({ net, closeAllConnections }: TwoProtocolServer): Promise<void> {
  return new Promise((resolve, reject) => {
    net.close((error) => {
      // Closing what is closed already is no error.
      if (error === undefined || !net.listening) resolve();
      else reject(error);
    });
    closeAllConnections();
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

function send(request: AnyRequest, response: AnyResponse, { status, headers, body, cut }: WireAnswer): void {
  if (cut === true) {
    response.writeHead(status, headers);
    sendCut(response, body);
    return;
  }
  const length = headers['content-length'] ?? (status === 204 ? undefined : String(Buffer.byteLength(body)));
  response.writeHead(status, {
    ...headers,
    ...(length === undefined ? {} : { 'content-length': length }),
    // The rest of a body that nobody reads must not be taken for the next request. A stream of HTTP/2 ends alone.
    ...(request.complete || request.httpVersionMajor > 1 ? {} : { connection: 'close' }),
  });
  response.end(body);
}

/** Sends a body and then ends its connection, or of HTTP/2 its stream, with an error: the client must not take it for the whole. */
function sendCut(response: AnyResponse, body: string | Buffer): void {
  if ('stream' in response) {
    const { stream } = response;
    stream.write(body, () => {
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    });
    return;
  }
  response.write(body, () => response.destroy());
}
