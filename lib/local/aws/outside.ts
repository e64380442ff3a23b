import type { Server } from 'node:http';
import type { RequestRecord } from './request-log';

/** Why a request that is not for this cloud goes nowhere, for the client that shows it. */
const why =
  'The local cloud is the proxy of its environment and lets nothing through: the client ignores AWS_ENDPOINT_URL, or the service is not one of the local cloud.';

/** A request for another host that came to this cloud as to a proxy, for the log. */
function outsideRecord(action: string, target: string, now: Date): RequestRecord {
  return {
    time: now,
    account: undefined,
    region: undefined,
    role: undefined,
    service: 'outside',
    action,
    resource: target,
    status: 403,
    outcome: 'refused',
    errorCode: 'OutsideLoopback',
    message: why,
  };
}

/**
 * Refuses what a client wants to send to other hosts through this cloud as its proxy, and logs it. The printed
 * environment names the cloud as the proxy, so that such a request ends here and not in an account.
 */
export function refuseOutside(server: Server, log: (record: RequestRecord) => void, now: () => Date): void {
  server.on('connect', (request, socket) => {
    log(outsideRecord('CONNECT', request.url ?? '', now()));
    // The client may be gone before the answer; nothing is owed to it.
    socket.on('error', () => undefined);
    socket.end(`HTTP/1.1 403 Forbidden\r\ncontent-type: text/plain\r\nconnection: close\r\n\r\n${why}\n`);
  });
}

/** The answer to a plain request for another host, which names it in the request line. */
export function outsideAnswer(
  method: string,
  target: string,
  now: Date,
): { readonly record: RequestRecord; readonly body: string } {
  return { record: outsideRecord(method, target, now), body: `${why}\n` };
}
