import type { JsonObject } from '../../../../constraints/json';
import { isObject, tryParseJson } from '../../../../constraints/json';
import { ServiceError } from '../../errors';

/** The body of a request. @throws ServiceError (InvalidRequestContentException) for one that is no JSON object */
export function inputOf(body: Buffer): JsonObject {
  const text = body.toString('utf8');
  const input = text === '' ? {} : tryParseJson(text);
  if (!isObject(input))
    throw new ServiceError('InvalidRequestContentException', 'Could not parse request body into json');
  return input;
}

/** The refusal of what this cloud does not do. */
export function notImplemented(what: string): ServiceError {
  return new ServiceError('NotImplemented', `The local cloud does not implement lambda: ${what}`, 501);
}
