import type { JsonObject } from '../../../constraints/json';
import { isObject, tryParseJson } from '../../../constraints/json';
import type { Eventual } from '../cloudformation/work';
import { ServiceError } from '../errors';
import { authorize } from '../iam/authorize';
import type { AccessRequest } from '../iam/context';
import { membersOf } from '../protocols/json';
import type { CallContext, ServiceCall, WireAnswer, WireRequest } from './call';
import type { RestJsonService } from './service';
import { assertUnderstood } from './understood';

/** A request of an operation, taken apart. */
export interface RestInput {
  /** What stands in the path in place of the names in braces, decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: WireRequest['headers'];
  /** The body as a JSON object; empty where there is none. */
  readonly body: JsonObject;
}

/** One operation of a REST JSON service. */
export interface RestOperation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Such as `/knowledgebases/{knowledgeBaseId}/retrieve`; a final slash makes no difference. */
  readonly path: string;
  readonly action: string;
  /** Members of the body that are understood. */
  readonly members: readonly string[];
  /** What the caller must be allowed to do. */
  readonly access: (input: RestInput, context: CallContext) => readonly AccessRequest[];
  /** @returns the body of an answer with status 200, or the whole answer */
  readonly run: (input: RestInput, context: CallContext) => Eventual<JsonObject | WireAnswer>;
}

/** Reads requests of a REST JSON service that is a list of operations; every other request is refused by its method and path. */
export function restOperations(signingName: string, operations: readonly RestOperation[]): RestJsonService['call'] {
  const routes = operations.map((operation) => ({ operation, pattern: patternOf(operation.path) }));
  return (request, url) => {
    for (const { operation, pattern } of routes) {
      const match = operation.method === request.method ? pattern.exec(url.pathname) : null;
      if (match !== null) return operationCall(signingName, operation, request, match.groups ?? {});
    }
    return unknown(signingName, `${request.method} ${url.pathname}`);
  };
}

function operationCall(
  signingName: string,
  operation: RestOperation,
  { body, headers }: WireRequest,
  groups: Readonly<Record<string, string>>,
): Omit<ServiceCall, 'service' | 'refusal'> {
  const path = Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decoded(value)]));
  return {
    action: operation.action,
    resource: Object.values(path)[0],
    answer: async (context) => {
      const text = body.toString('utf8');
      const fields = text === '' ? {} : tryParseJson(text);
      if (!isObject(fields)) throw new ServiceError('SerializationException', 'expected a JSON object');
      assertUnderstood(`${signingName}:${operation.action}`, membersOf(fields), operation.members);
      const input = { path, headers, body: fields };
      authorize(operation.access(input, context), context);
      const answer = await operation.run(input, context);
      return isAnswer(answer) ? answer : jsonAnswer(answer);
    },
  };
}

/** An answer in JSON. */
export function jsonAnswer(body: JsonObject, status = 200): WireAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function isAnswer(answer: JsonObject | WireAnswer): answer is WireAnswer {
  return typeof answer['status'] === 'number' && 'headers' in answer;
}

function unknown(signingName: string, action: string): Omit<ServiceCall, 'service' | 'refusal'> {
  return {
    action,
    resource: undefined,
    answer: () => {
      throw new ServiceError('NotImplemented', `The local cloud does not implement ${signingName}: ${action}`, 501);
    },
  };
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/\/$/, '')
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? `(?<${part.slice(1, -1)}>[^/]+)` : part.replace(/[.]/g, '\\.')))
    .join('');
  return new RegExp(`^${source}/?$`);
}

/** A part of a path without its escapes; one with a broken escape names nothing and stays as sent. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
