import type { Json } from '../../../../constraints/json';

/** An error of a state, with the name that Retry and Catch match. */
export class StateError extends Error {
  constructor(
    readonly error: string,
    readonly reason: string,
  ) {
    super(`${error}: ${reason}`);
    this.name = 'StateError';
  }
}

/** An error that nothing retries or catches: the definition asks for what cannot be done. */
export function runtimeError(reason: string): StateError {
  return new StateError('States.Runtime', reason);
}

/** Characters of the data of a state. Source: AWS Step Functions Developer Guide, "Quotas" (not compared with the page). */
const longestData = 262_144;

/** @throws StateError (States.DataLimitExceeded) */
export function assertSize(data: Json, what: string): Json {
  if (Buffer.byteLength(JSON.stringify(data)) <= longestData) return data;
  throw new StateError('States.DataLimitExceeded', `The ${what} is larger than ${longestData} bytes`);
}

/** Names that match no error of this kind. Source: Amazon States Language, "Errors" (not compared with the page). */
const uncaught: ReadonlySet<string> = new Set(['States.Runtime', 'States.DataLimitExceeded']);

/** Whether a list of `ErrorEquals` names an error. */
export function namesError(names: readonly string[], { error }: StateError): boolean {
  if (names.includes(error)) return true;
  if (uncaught.has(error)) return false;
  return names.includes('States.ALL') || (names.includes('States.TaskFailed') && error !== 'States.Timeout');
}
