import type { Caller } from '../credentials';
import type { Cloud } from '../state/cloud';

/** Who asks, where, and what for. */
export interface CallContext {
  readonly caller: Caller;
  /** The caller's account: state is kept per account and region. */
  readonly account: string;
  readonly region: string;
  readonly requestId: string;
  /** `http://127.0.0.1:port` */
  readonly endpoint: string;
  readonly cloud: Cloud;
}

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}
