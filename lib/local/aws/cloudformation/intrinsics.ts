import { validationError } from '../errors';
import type { Json, JsonObject } from '../json';
import { isList, isObject, sameJson, scalarText } from '../json';
import { cidrBlocks } from './cidr';
import { pseudoParameter } from './pseudo-parameters';
import type { Scope } from './scope';
import { substitute } from './substitute';

/** The one key of an intrinsic call such as `Ref` or `Fn::Join`, or undefined for plain data. */
export function intrinsicName(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  const only = keys.length === 1 ? keys[0] : undefined;
  return only !== undefined && (only === 'Ref' || only.startsWith('Fn::')) ? only : undefined;
}

/**
 * Evaluates every intrinsic inside a value. undefined means `AWS::NoValue`: the caller leaves the key or element out.
 * @param path where the value stands, for messages
 * @throws ServiceError (ValidationError) for calls that cannot be evaluated
 */
export function resolve(value: Json, scope: Scope, path: string): Json | undefined {
  if (isList(value)) {
    return value
      .map((element, index) => resolve(element, scope, `${path}/${index}`))
      .filter((element) => element !== undefined);
  }
  if (!isObject(value)) return value;
  const name = intrinsicName(value);
  if (name !== undefined) return call(name, value[name] ?? null, scope, path);
  const entries: [string, Json][] = [];
  for (const [key, child] of Object.entries(value)) {
    if (key.startsWith('Fn::')) {
      throw validationError(`Template error: ${key} at ${path} must be the only key of its object`);
    }
    const resolved = resolve(child, scope, `${path}/${key}`);
    if (resolved !== undefined) entries.push([key, resolved]);
  }
  return Object.fromEntries(entries);
}

function call(name: string, argument: Json, scope: Scope, path: string): Json | undefined {
  const at = `${path}/${name}`;
  switch (name) {
    case 'Ref':
      return reference(argument, scope, path);
    case 'Fn::GetAtt':
      return attribute(argument, scope, path);
    case 'Fn::If': {
      const [test, whenTrue, whenFalse] = list(argument, 3, name, path);
      if (typeof test !== 'string') throw malformed(name, path, 'the first element must be a condition name');
      const chosen = scope.condition(test) ? whenTrue : whenFalse;
      return resolve(chosen ?? null, scope, at);
    }
    case 'Fn::Sub':
      return substitution(argument, scope, path);
    case 'Fn::Join': {
      const [delimiter, values] = list(argument, 2, name, path);
      const parts = resolve(values ?? null, scope, at);
      if (typeof delimiter !== 'string' || !isList(parts))
        throw malformed(name, path, 'expected a delimiter and a list');
      return parts.map((part) => text(part, name, path)).join(delimiter);
    }
    case 'Fn::Select': {
      const [indexValue, values] = list(argument, 2, name, path);
      const index = Number(text(resolve(indexValue ?? null, scope, at), name, path));
      const resolved = resolve(values ?? null, scope, at);
      if (!isList(resolved)) throw malformed(name, path, 'the second element must be a list');
      const chosen = resolved[index];
      if (chosen === undefined) {
        throw validationError(`Template error: Fn::Select cannot select nonexistent value at index ${index} (${path})`);
      }
      return chosen;
    }
    case 'Fn::Split': {
      const [delimiter, source] = list(argument, 2, name, path);
      if (typeof delimiter !== 'string') throw malformed(name, path, 'the delimiter must be a string');
      return text(resolve(source ?? null, scope, at), name, path).split(delimiter);
    }
    case 'Fn::FindInMap':
      return findInMap(argument, scope, path);
    case 'Fn::GetAZs': {
      const region = text(resolve(argument, scope, at), name, path);
      return ['a', 'b', 'c'].map((zone) => `${region === '' ? scope.pseudo.region : region}${zone}`);
    }
    case 'Fn::ImportValue': {
      const exported = text(resolve(argument, scope, at), name, path);
      const value = scope.importValue(exported);
      if (value === undefined) throw validationError(`No export named ${exported} found. (imported at ${path})`);
      return value;
    }
    case 'Fn::Base64':
      return Buffer.from(text(resolve(argument, scope, at), name, path), 'utf8').toString('base64');
    case 'Fn::Cidr': {
      const parts = resolve(argument, scope, at);
      const [block, count, bits] = list(parts ?? null, isList(parts) ? parts.length : 3, name, path);
      const blocks = cidrBlocks(text(block, name, path), Number(count), bits === undefined ? undefined : Number(bits));
      if (blocks === undefined) throw malformed(name, path, `cannot cut ${JSON.stringify(argument)}`);
      return blocks;
    }
    case 'Fn::Length': {
      extension(name, scope, path);
      const resolved = resolve(argument, scope, at);
      if (!isList(resolved)) throw malformed(name, path, 'expected a list');
      return resolved.length;
    }
    case 'Fn::ToJsonString':
      extension(name, scope, path);
      return JSON.stringify(resolve(argument, scope, at));
    case 'Fn::Equals':
    case 'Fn::And':
    case 'Fn::Or':
    case 'Fn::Not':
      return condition({ [name]: argument }, scope, path);
    case 'Fn::Transform':
      throw validationError(`The local cloud runs no transforms: Fn::Transform at ${path}`);
    default:
      throw validationError(`Template error: unknown intrinsic function ${name} at ${path}`);
  }
}

function reference(argument: Json, scope: Scope, path: string): Json | undefined {
  if (typeof argument !== 'string') throw malformed('Ref', path, 'expected a name');
  if (argument === 'AWS::NoValue') return undefined;
  const value =
    pseudoParameter(argument, scope.pseudo) ?? scope.parameters.get(argument) ?? scope.resource(argument)?.physicalId;
  if (value === undefined) {
    throw validationError(`Template format error: Unresolved resource dependencies [${argument}] at ${path}`);
  }
  return value;
}

/** The logical id and attribute name of a `Fn::GetAtt`, in either of its forms. */
export function attributeReference(argument: Json): readonly [string, string] | undefined {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot > 0 ? [argument.slice(0, dot), argument.slice(dot + 1)] : undefined;
  }
  if (!isList(argument)) return undefined;
  const [logicalId, name] = argument;
  return typeof logicalId === 'string' && typeof name === 'string' && argument.length === 2
    ? [logicalId, name]
    : undefined;
}

function attribute(argument: Json, scope: Scope, path: string): Json {
  const [logicalId, name] = attributeReference(argument) ?? [];
  if (logicalId === undefined || name === undefined) {
    throw malformed('Fn::GetAtt', path, 'expected a logical id and an attribute name');
  }
  const resource = scope.resource(logicalId);
  if (resource === undefined) {
    throw validationError(
      `Template error: instance of Fn::GetAtt references undefined resource ${logicalId} at ${path}`,
    );
  }
  const value = resource.attribute(name);
  if (value === undefined) {
    throw validationError(
      `Template error: resource ${logicalId} does not support attribute type ${name} in Fn::GetAtt (${path})`,
    );
  }
  return value;
}

function substitution(argument: Json, scope: Scope, path: string): string {
  const [template, variables = {}] = isList(argument) ? argument : [argument];
  if (typeof template !== 'string' || !isObject(variables))
    throw malformed('Fn::Sub', path, 'expected a string, or a string and a map');
  return substitute(template, (name) => {
    const local = variables[name];
    if (local !== undefined) return text(resolve(local, scope, `${path}/${name}`), 'Fn::Sub', path);
    const dotted = name.includes('.') && !name.startsWith('AWS::');
    const value = dotted ? attribute(name, scope, path) : reference(name, scope, path);
    return text(value, 'Fn::Sub', path);
  });
}

function findInMap(argument: Json, scope: Scope, path: string): Json {
  const [mapName, first, second, options] = elements(argument);
  const keys = [mapName, first, second].map((key) => text(resolve(key ?? null, scope, path), 'Fn::FindInMap', path));
  const [map, top, inner] = keys;
  const table = scope.mappings[map ?? ''];
  const row = isObject(table) ? table[top ?? ''] : undefined;
  const value = isObject(row) ? row[inner ?? ''] : undefined;
  if (value !== undefined) return value;
  const fallback = isObject(options) ? options['DefaultValue'] : undefined;
  if (fallback !== undefined && scope.languageExtensions) return resolve(fallback, scope, path) ?? '';
  throw validationError(`Template error: Unable to get mapping for ${keys.join('::')} (${path})`);
}

function extension(name: string, scope: Scope, path: string): void {
  if (!scope.languageExtensions) {
    throw validationError(`Template error: ${name} at ${path} needs Transform: AWS::LanguageExtensions`);
  }
}

function elements(argument: Json): readonly Json[] {
  return isList(argument) ? argument : [];
}

function list(argument: Json, length: number, name: string, path: string): readonly Json[] {
  if (!isList(argument) || argument.length !== length)
    throw malformed(name, path, `expected a list of ${length} elements`);
  return argument;
}

function text(value: Json | undefined, name: string, path: string): string {
  const scalar = scalarText(value);
  if (scalar === undefined)
    throw malformed(
      name,
      path,
      `expected a string, got ${value === undefined ? 'AWS::NoValue' : JSON.stringify(value)}`,
    );
  return scalar;
}

function malformed(name: string, path: string, expected: string): Error {
  return validationError(`Template error: ${name} at ${path} is malformed: ${expected}`);
}

/** Evaluates a condition expression: `Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not`, or `{ Condition: name }`. */
export function condition(expression: Json, scope: Scope, path: string): boolean {
  const [name, ...others] = isObject(expression) ? Object.keys(expression) : [];
  if (!isObject(expression) || name === undefined || others.length > 0) throw notACondition(path);
  const argument = expression[name] ?? null;
  if (name === 'Condition') {
    if (typeof argument !== 'string') throw notACondition(path);
    return scope.condition(argument);
  }
  const operands = isList(argument) ? argument : [];
  switch (name) {
    case 'Fn::Equals': {
      const [left, right] = operands;
      if (left === undefined || right === undefined || operands.length !== 2) throw notACondition(path);
      return same(resolve(left, scope, path), resolve(right, scope, path));
    }
    case 'Fn::Not': {
      const [operand] = operands;
      if (operand === undefined || operands.length !== 1) throw notACondition(path);
      return !condition(operand, scope, path);
    }
    case 'Fn::And':
    case 'Fn::Or': {
      if (operands.length < 2 || operands.length > 10) throw notACondition(path);
      const values = operands.map((operand) => condition(operand, scope, path));
      return name === 'Fn::And' ? values.every(Boolean) : values.some(Boolean);
    }
    default:
      throw notACondition(path);
  }
}

/** Text and numbers compare by their text, as parameters are always text. */
function same(left: Json | undefined, right: Json | undefined): boolean {
  const [leftText, rightText] = [scalarText(left), scalarText(right)];
  return leftText === undefined || rightText === undefined ? sameJson(left, right) : leftText === rightText;
}

function notACondition(path: string): Error {
  return validationError(
    `Template error: ${path} is not a condition: expected one of Fn::Equals, Fn::And, Fn::Or, Fn::Not, Condition`,
  );
}

/** Evaluates the `Conditions` section on demand. @throws ServiceError for an unknown name or a condition that needs itself. */
export function conditionTable(declarations: JsonObject, scope: () => Scope): (name: string) => boolean {
  const known = new Map<string, boolean | 'evaluating'>();
  return (name) => {
    const value = known.get(name);
    if (value === 'evaluating') throw validationError(`Template error: condition ${name} depends on itself`);
    if (value !== undefined) return value;
    const declaration = declarations[name];
    if (declaration === undefined) {
      throw validationError(
        `Template format error: Unresolved condition dependency ${name} in the Conditions block of the template`,
      );
    }
    known.set(name, 'evaluating');
    const result = condition(declaration, scope(), `/Conditions/${name}`);
    known.set(name, result);
    return result;
  };
}
