import { createHash } from 'node:crypto';
import type jsonata from 'jsonata';
import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, own, tryParseJson } from '../../../../constraints/json';
import type { IntrinsicScope } from './intrinsics';
import { intrinsicValue } from './intrinsics';
import { requiredValue } from './json-path';
import { StateError } from './state-error';

/** Bounds of one JSONata expression: milliseconds, depth of calls, and length of a list. */
const bounds = { timeout: 5_000, stack: 500, sequence: 100_000 };
const marked = /^\{%([\s\S]*)%\}$/;

/** What JSONata expressions of a state read, as `$states` and by the names of variables. */
export interface JsonataScope {
  readonly states: JsonObject;
  readonly variables: JsonObject;
  readonly uuid: () => string;
  readonly random: () => number;
}

/** A payload template of a state that uses JSONPath: members whose name ends in `.$` are paths or functions. @throws StateError */
export function fromTemplate(template: Json, scope: IntrinsicScope): Json {
  if (isList(template)) return template.map((element) => fromTemplate(element, scope));
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) =>
      name.endsWith('.$') && typeof value === 'string'
        ? [name.slice(0, -2), pathOrFunction(value, scope)]
        : [name, fromTemplate(value, scope)],
    ),
  );
}

/** The value of a path or an intrinsic function. @throws StateError */
export function pathOrFunction(text: string, scope: IntrinsicScope): Json {
  return text.startsWith('$') ? requiredValue(text, scope) : intrinsicValue(text, scope);
}

/** A value in which every text `{% … %}` is a JSONata expression. @throws StateError (States.QueryEvaluationError) */
export async function evaluated(template: Json, scope: JsonataScope): Promise<Json> {
  if (typeof template === 'string') {
    const expression = marked.exec(template)?.[1];
    return expression === undefined ? template : jsonataValue(expression, scope);
  }
  if (isList(template)) return Promise.all(template.map((element) => evaluated(element, scope)));
  if (!isObject(template)) return template;
  const entries = Object.entries(template).map(async ([name, value]) => [name, await evaluated(value, scope)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function jsonataValue(text: string, scope: JsonataScope): Promise<Json> {
  let value: unknown;
  try {
    // Loaded by the first expression: most clouds run none.
    const { default: read } = await import('jsonata');
    const expression = read(text, bounds);
    expression.assign('states', scope.states);
    for (const [name, variable] of Object.entries(scope.variables)) expression.assign(name, variable);
    for (const [name, run] of Object.entries(functionsOf(scope))) expression.registerFunction(name, run);
    value = await expression.evaluate(undefined);
  } catch (error) {
    const reason = error instanceof Error || isMessage(error) ? error.message : String(error);
    throw new StateError('States.QueryEvaluationError', `The JSONata expression '${text.trim()}' failed: ${reason}`);
  }
  // What JSON cannot write, such as a function, is no value.
  const found = own(tryParseJson(JSON.stringify({ value })), 'value');
  if (found !== undefined) return found;
  throw new StateError('States.QueryEvaluationError', `The JSONata expression '${text.trim()}' returned nothing`);
}

function isMessage(error: unknown): error is { readonly message: string } {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}

type RegisteredFunction = Parameters<jsonata.Expression['registerFunction']>[1];

/** Source: AWS Step Functions Developer Guide, "JSONata functions provided by Step Functions" (not compared with the page). */
function functionsOf({ uuid, random }: JsonataScope): Readonly<Record<string, RegisteredFunction>> {
  return {
    eval: () => {
      throw new Error('$eval is not supported: use $parse');
    },
    parse: (text: string) => JSON.parse(text) as unknown,
    partition: (list: readonly unknown[], size: number) =>
      Array.from({ length: Math.ceil(list.length / size) }, (_none, at) => list.slice(at * size, (at + 1) * size)),
    range: (first: number, last: number, step: number) =>
      Array.from(
        { length: Math.max(0, Math.min(1000, Math.floor((last - first) / step) + 1)) },
        (_none, at) => first + at * step,
      ),
    hash: (text: string, algorithm: string) => createHash(algorithm.replace('-', '')).update(text).digest('hex'),
    random,
    uuid,
  };
}
