import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttp1 } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { createServer as createHttp2 } from 'node:http2';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';

/** What HTTP/2 clients with prior knowledge send first. Source: RFC 9113, section 3.4. */
const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

/** A server of HTTP/1.1 and HTTP/2 on one port. */
export interface TwoProtocolServer {
  /** Listens for connections. */
  readonly net: Server;
  /** The server of HTTP/1.1. */
  readonly http1: ReturnType<typeof createHttp1>;
  /** Ends every connection. */
  readonly closeAllConnections: () => void;
}

/** A request of either protocol. */
export type AnyRequest = IncomingMessage | Http2ServerRequest;

/** The answer to it. */
export type AnyResponse = ServerResponse | Http2ServerResponse;

/** Answers a request of either protocol. */
type Listener = (request: AnyRequest, response: AnyResponse) => void;

/**
 * A server that tells the protocol of a connection by its first bytes: the SDK speaks HTTP/2 to the runtime of Bedrock without
 * asking first, and HTTP/1.1 to everything else.
 */
export function twoProtocolServer(listener: Listener): TwoProtocolServer {
  const http1 = createHttp1(listener);
  const http2 = createHttp2(listener);
  const open = new Set<Socket>();
  const net = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // A client that ends the connection before it says anything is no fault.
    socket.on('error', () => socket.destroy());
    tell(socket, (isHttp2) => {
      (isHttp2 ? http2 : http1).emit('connection', socket);
    });
  });
  return {
    net,
    http1,
    closeAllConnections: () => {
      http1.closeAllConnections();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Reads until the first bytes are those of HTTP/2, or are not. What was read is put back: both servers take it from there. */
function tell(socket: Socket, told: (isHttp2: boolean) => void, before: Buffer = Buffer.alloc(0)): void {
  socket.once('readable', () => {
    const chunk: unknown = socket.read();
    // The end of a connection is readable too, and has nothing to read.
    if (!Buffer.isBuffer(chunk)) return;
    const read = Buffer.concat([before, chunk]);
    const compared = Math.min(read.length, preface.length);
    const like = read.subarray(0, compared).equals(preface.subarray(0, compared));
    if (like && read.length < preface.length) {
      tell(socket, told, read);
      return;
    }
    socket.unshift(read);
    told(like);
  });
}
