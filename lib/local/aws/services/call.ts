import type { IncomingHttpHeaders } from 'node:http';
import type { Eventual } from '../cloudformation/work';
import type { Caller } from '../credentials';
import type { ServiceError } from '../errors';
import type { Cloud } from '../state/cloud';

/** An HTTP request whose body may be too long to be read. */
export interface ReceivedRequest extends Omit<WireRequest, 'body'> {
  readonly body?: Buffer;
  /** Bytes of a body over the limit of its service. */
  readonly tooLarge?: number;
}

/** An HTTP request with its body read. */
export interface WireRequest {
  readonly method: string;
  /** Path and query as the client sent them. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer as it goes over the wire. */
export interface WireAnswer {
  /** HTTP status. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Whether the connection is closed after the body, as if more of it were missing. @default false */
  readonly cut?: boolean;
}

/** The caller of an action and the state it runs on. */
export interface CallContext {
  readonly caller: Caller;
  /** The caller's account: state is kept per account and region. */
  readonly account: string;
  readonly region: string;
  readonly requestId: string;
  /** `http://127.0.0.1:port` */
  readonly endpoint: string;
  readonly cloud: Cloud;
  /** Whether the name of the action says that it changes nothing. */
  readonly readsOnly?: boolean;
}

/** A request as its protocol reads it, before its caller is known. */
export interface ServiceCall {
  /** The service in the request log. */
  readonly service: string;
  readonly action: string;
  /** The object of the action in the request log: stack, bucket and key, parameter, role. */
  readonly resource: string | undefined;
  /** @throws ServiceError when the service refuses the request */
  answer(context: CallContext): Eventual<WireAnswer>;
  /** The error answer, in the format of the protocol. */
  refusal(error: ServiceError, requestId: string): WireAnswer;
}
