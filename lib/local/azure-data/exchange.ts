import type { JsonObject } from '../../constraints/json';
import { isObject, tryParseJson } from '../../constraints/json';
import type { LoopbackCall } from '../loopback-server';

/** A request to a data plane of Azure; its path is that below the resource. */
export type DataCall = Omit<LoopbackCall, 'root'>;

/** An answer in JSON; without a body where the service has none. */
export interface DataAnswer {
  readonly status: number;
  /** Beside the content type. @default - none */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** An error answer; code and text are those of the service. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** What the local Azure does not do. */
export function notImplemented(what: string): Refusal {
  return new Refusal(501, 'NotImplemented', `The local Azure does not implement ${what}`);
}

/** The body of a request. @throws Refusal 400 when it is no JSON object */
export function bodyOf({ body }: DataCall): JsonObject {
  const read = tryParseJson(body.toString('utf8'));
  if (isObject(read)) return read;
  throw new Refusal(400, 'BadRequest', 'The request body is not a JSON object.');
}

/** Refuses members that are not understood. @throws Refusal 501 with the name of the member */
export function assertMembers(body: JsonObject, members: ReadonlySet<string>, operation: string): void {
  const unknown = Object.keys(body).find((name) => !members.has(name));
  if (unknown !== undefined) throw notImplemented(`${operation} with ${unknown}`);
}
