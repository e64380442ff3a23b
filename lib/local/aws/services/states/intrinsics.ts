import { createHash } from 'node:crypto';
import type { Json } from '../../../../constraints/json';
import { isList, isObject, sameJson, scalarText, tryParseJson } from '../../../../constraints/json';
import type { PathRoots } from './json-path';
import { requiredValue } from './json-path';
import { StateError } from './state-error';

/** What intrinsic functions read, and what is new at each call. */
export interface IntrinsicScope extends PathRoots {
  readonly uuid: () => string;
  /** At least 0, below 1. */
  readonly random: () => number;
}

type Intrinsic = (args: readonly Json[], scope: IntrinsicScope) => Json | undefined;

const hashes: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** Source: AWS Step Functions Developer Guide, "Intrinsic functions" (not compared with the page). A function without a result got wrong arguments. */
const intrinsics: Readonly<Record<string, Intrinsic>> = {
  'States.Array': (args) => args,
  'States.ArrayContains': ([list, value]) => isList(list) && list.some((element) => sameJson(element, value)),
  'States.ArrayGetItem': ([list, index]) => (isList(list) && typeof index === 'number' ? list[index] : undefined),
  'States.ArrayLength': ([list]) => (isList(list) ? list.length : undefined),
  'States.ArrayPartition': ([list, size]) => {
    if (!isList(list) || typeof size !== 'number' || size < 1) return undefined;
    return Array.from({ length: Math.ceil(list.length / size) }, (_none, at) => list.slice(at * size, (at + 1) * size));
  },
  'States.ArrayRange': ([first, last, step]) => {
    if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number' || step === 0)
      return undefined;
    const length = Math.floor((last - first) / step) + 1;
    return length > 1000 ? undefined : Array.from({ length: Math.max(0, length) }, (_none, at) => first + at * step);
  },
  'States.ArrayUnique': ([list]) =>
    isList(list) ? list.filter((one, at) => list.findIndex((other) => sameJson(one, other)) === at) : undefined,
  'States.Base64Decode': ([text]) => (typeof text === 'string' ? Buffer.from(text, 'base64').toString() : undefined),
  'States.Base64Encode': ([text]) => (typeof text === 'string' ? Buffer.from(text).toString('base64') : undefined),
  'States.Format': ([template, ...values]) => {
    if (typeof template !== 'string' || template.split('{}').length !== values.length + 1) return undefined;
    return template.split('{}').reduce((text, part, at) => {
      const value = values[at - 1] ?? null;
      return text + (at === 0 ? '' : (scalarText(value) ?? JSON.stringify(value))) + part;
    }, '');
  },
  'States.Hash': ([data, algorithm]) => {
    const known = typeof algorithm === 'string' && Object.hasOwn(hashes, algorithm) ? hashes[algorithm] : undefined;
    if (known === undefined || data === undefined) return undefined;
    return createHash(known)
      .update(typeof data === 'string' ? data : JSON.stringify(data))
      .digest('hex');
  },
  'States.JsonMerge': ([left, right, deep]) =>
    isObject(left) && isObject(right) && deep === false ? { ...left, ...right } : undefined,
  'States.JsonToString': ([value]) => JSON.stringify(value),
  'States.MathAdd': ([left, right]) =>
    typeof left === 'number' && typeof right === 'number' ? left + right : undefined,
  'States.MathRandom': ([first, last], { random }) =>
    typeof first === 'number' && typeof last === 'number' ? first + Math.floor(random() * (last - first)) : undefined,
  'States.StringSplit': ([text, delimiters]) => {
    if (typeof text !== 'string' || typeof delimiters !== 'string') return undefined;
    const parts = [''];
    for (const character of Array.from(text)) {
      if (delimiters.includes(character)) parts.push('');
      else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${character}`;
    }
    return parts.filter((part) => part !== '');
  },
  'States.StringToJson': ([text]) => (typeof text === 'string' ? tryParseJson(text) : undefined),
  'States.UUID': (_args, { uuid }) => uuid(),
};

/** The value of an intrinsic function, with the functions among its arguments. @throws StateError (States.IntrinsicFailure) */
export function intrinsicValue(text: string, scope: IntrinsicScope): Json {
  const reader = new CallReader(text, scope);
  const value = reader.argument();
  if (reader.ended) return value;
  throw failure(text);
}

function failure(text: string): StateError {
  return new StateError(
    'States.IntrinsicFailure',
    `The intrinsic function ${text.slice(0, 200)} is not called as it can be`,
  );
}

class CallReader {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly scope: IntrinsicScope,
  ) {}

  get ended(): boolean {
    return this.text.slice(this.#at).trim() === '';
  }

  argument(): Json {
    const name = this.#take(/\s*(States\.\w+)\s*\(/y);
    if (name !== undefined) return this.#call(name);
    const quoted = this.#take(/\s*'((?:[^'\\]|\\.)*)'/y);
    if (quoted !== undefined) return quoted.replace(/\\(.)/g, '$1');
    const path = this.#take(/\s*(\$(?:[^,()'\s]|'[^']*')*)/y);
    if (path !== undefined) return requiredValue(path, this.scope);
    const plain = tryParseJson(this.#take(/\s*(-?\d+(?:\.\d+)?|true|false|null)/y) ?? '');
    if (plain === undefined) throw failure(this.text);
    return plain;
  }

  #call(name: string): Json {
    const args: Json[] = [];
    while (this.#take(/\s*(\))/y) === undefined) {
      if (args.length > 0 && this.#take(/\s*(,)/y) === undefined) throw failure(this.text);
      args.push(this.argument());
    }
    const run = Object.hasOwn(intrinsics, name) ? intrinsics[name] : undefined;
    const value = run?.(args, this.scope);
    if (value === undefined) throw failure(this.text);
    return value;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found?.[1];
  }
}
