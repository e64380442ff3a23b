import type { JsonObject } from '../../../constraints/json';
import { isObject, scalarText, tryParseJson } from '../../../constraints/json';
import { ServiceError } from '../errors';
import { accessOf, authorize } from '../iam/authorize';
import type { ServiceCall, WireAnswer, WireRequest } from '../services/call';
import type { JsonService } from '../services/service';
import type { Member } from '../services/understood';
import { assertUnderstood } from '../services/understood';

/**
 * Reads a request of the AWS JSON protocol.
 * @param target the `X-Amz-Target` header, `<target of the service>.<action>`
 * @param service the row of the target; undefined refuses the request
 */
export function jsonCall(request: WireRequest, target: string, service: JsonService | undefined): ServiceCall {
  const [prefix = '', action = '', ...rest] = target.split('.');
  const text = request.body.toString('utf8');
  const input = text === '' ? {} : tryParseJson(text);
  const fields = isObject(input) ? input : {};
  const version = service?.version ?? '1.1';
  return {
    service: service?.signingName ?? prefix,
    action,
    resource: service?.resource.map((name) => scalarText(fields[name])).find((value) => value !== undefined),
    answer: async (context) => {
      // A name that every object has, such as `constructor`, is no action.
      const run = service !== undefined && Object.hasOwn(service.actions, action) ? service.actions[action] : undefined;
      if (service === undefined || run === undefined || rest.length > 0)
        throw new ServiceError('UnknownOperationException', `The local cloud does not implement ${target}`);
      if (!isObject(input)) throw new ServiceError('SerializationException', 'expected a JSON object');
      assertUnderstood(`${service.signingName}:${action}`, membersOf(input), service.members?.[action]);
      authorize(accessOf(service, action, input, context), context);
      return jsonAnswer(200, version, await run(input, context));
    },
    refusal: (error) => jsonRefusal(error, version),
  };
}

/** The members of a request; a structure stands for the members that it has. */
export function membersOf(input: JsonObject): readonly Member[] {
  return Object.entries(input).flatMap(([name, value]): readonly Member[] => {
    if (value === null) return [];
    if (isObject(value)) return Object.keys(value).map((field) => [`${name}.${field}`, 'given'] as const);
    return [[name, scalarText(value) ?? 'given']];
  });
}

/** An error answer in JSON, in which a denial has a name of its own. */
export function jsonRefusal(error: ServiceError, version: JsonService['version']): WireAnswer {
  const denied = error.code === 'AccessDenied';
  const { code, message, status, details } = denied ? new ServiceError('AccessDeniedException', error.message) : error;
  const { headers, ...answer } = jsonAnswer(status, version, { __type: code, message, ...details });
  return { ...answer, headers: { ...headers, 'x-amzn-errortype': code } };
}

function jsonAnswer(status: number, version: JsonService['version'], body: unknown): WireAnswer {
  return {
    status,
    headers: { 'content-type': `application/x-amz-json-${version}` },
    body: JSON.stringify(body),
  };
}
