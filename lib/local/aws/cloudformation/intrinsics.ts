import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, own, sameJson, scalarText } from '../../../constraints/json';
import { attributeReference, holdsCalls, intrinsicName } from '../../../constraints/template/calls';
import { substitute } from '../../../constraints/template/substitute';
import { validationError } from '../errors';
import { zonesOf } from '../services/ec2/zones';
import { cidrBlocks } from './cidr';
import { pseudoParameter } from './pseudo-parameters';
import type { Scope } from './scope';

/**
 * Evaluates every intrinsic inside a value. undefined means `AWS::NoValue`: the caller leaves the key or element out.
 * @param path the place of the value, for messages
 * @throws ServiceError (ValidationError) for calls that cannot be evaluated
 */
export function resolve(value: Json, scope: Scope, path: string): Json | undefined {
  if (!holdsCalls(value)) return value;
  if (isList(value)) {
    return value
      .map((element, index) => resolve(element, scope, `${path}/${index}`))
      .filter((element) => element !== undefined);
  }
  if (!isObject(value)) return value;
  const name = intrinsicName(value);
  if (name !== undefined) return evaluate({ name, argument: value[name] ?? null, scope, path });
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

/** A call of an intrinsic function. */
interface Call {
  readonly name: string;
  readonly argument: Json;
  readonly scope: Scope;
  /** Place of the call. */
  readonly path: string;
}

const functions: Readonly<Record<string, (call: Call) => Json | undefined>> = {
  Ref: reference,
  'Fn::And': conditionCall,
  'Fn::Base64': (call) => Buffer.from(resolvedText(call.argument, call), 'utf8').toString('base64'),
  'Fn::Cidr': cidr,
  'Fn::Equals': conditionCall,
  'Fn::FindInMap': findInMap,
  'Fn::GetAZs': (call) => {
    const region = resolvedText(call.argument, call);
    return zonesOf(region === '' ? call.scope.pseudo.region : region).map(({ name }) => name);
  },
  'Fn::GetAtt': attribute,
  'Fn::GetStackOutput': stackOutput,
  'Fn::If': choice,
  'Fn::ImportValue': imported,
  'Fn::Join': join,
  'Fn::Length': (call) => {
    requireExtensions(call);
    const resolved = resolvedArgument(call.argument, call);
    if (!isList(resolved)) throw malformed(call.name, call.path, 'expected a list');
    return resolved.length;
  },
  'Fn::Not': conditionCall,
  'Fn::Or': conditionCall,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Sub': substitution,
  'Fn::ToJsonString': (call) => {
    requireExtensions(call);
    return JSON.stringify(resolvedArgument(call.argument, call));
  },
  'Fn::Transform': ({ path }) => {
    throw validationError(`The local cloud runs no transforms: Fn::Transform at ${path}`);
  },
};

/** What DescribeChangeSet shows for a value that only the deployment knows, such as what a function will answer. */
export const knownAfterApply = '{{changeSet:KNOWN_AFTER_APPLY}}';

function evaluate(call: Call): Json | undefined {
  const run = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined;
  if (run === undefined)
    throw validationError(`Template error: unknown intrinsic function ${call.name} at ${call.path}`);
  try {
    return run(call);
  } catch (error) {
    // Nothing can be selected from what is not known yet, and no list be counted.
    if (holdsUnknown(call)) return knownAfterApply;
    throw error;
  }
}

function holdsUnknown(call: Call): boolean {
  try {
    return JSON.stringify(resolvedArgument(call.argument, call) ?? null).includes(knownAfterApply);
  } catch {
    return false;
  }
}

/** An argument, or a part of one, after the calls inside it. */
function resolvedArgument(value: Json | undefined, { name, scope, path }: Call): Json | undefined {
  return resolve(value ?? null, scope, `${path}/${name}`);
}

function resolvedText(value: Json | undefined, call: Call): string {
  return text(resolvedArgument(value, call), call.name, call.path);
}

function conditionCall({ name, argument, scope, path }: Call): boolean {
  return condition({ [name]: argument }, scope, path);
}

function choice(call: Call): Json | undefined {
  const [test, whenTrue, whenFalse] = list(call, 3);
  if (typeof test !== 'string') throw malformed(call.name, call.path, 'the first element must be a condition name');
  return resolvedArgument(call.scope.condition(test) ? whenTrue : whenFalse, call);
}

function join(call: Call): string {
  const [delimiter, values] = list(call, 2);
  const parts = resolvedArgument(values, call);
  if (typeof delimiter !== 'string' || !isList(parts))
    throw malformed(call.name, call.path, 'expected a delimiter and a list');
  return parts.map((part) => text(part, call.name, call.path)).join(delimiter);
}

function select(call: Call): Json {
  const [position, values] = list(call, 2);
  const index = Number(resolvedText(position, call));
  const resolved = resolvedArgument(values, call);
  if (!isList(resolved)) throw malformed(call.name, call.path, 'the second element must be a list');
  const chosen = resolved[index];
  if (chosen === undefined) {
    throw validationError(
      `Template error: Fn::Select cannot select nonexistent value at index ${index} (${call.path})`,
    );
  }
  return chosen;
}

function split(call: Call): readonly string[] {
  const [delimiter, source] = list(call, 2);
  if (typeof delimiter !== 'string') throw malformed(call.name, call.path, 'the delimiter must be a string');
  return resolvedText(source, call).split(delimiter);
}

function imported(call: Call): string {
  const name = resolvedText(call.argument, call);
  const value = call.scope.importValue(name);
  if (value === undefined) throw validationError(`No export named ${name} found. (imported at ${call.path})`);
  return value;
}

function stackOutput(call: Call): string {
  const field = (name: string): string | undefined => {
    const value = own(call.argument, name);
    return value === undefined ? undefined : resolvedText(value, call);
  };
  const [stackName, outputName] = [field('StackName'), field('OutputName')];
  if (stackName === undefined || outputName === undefined)
    throw malformed(call.name, call.path, 'expected StackName and OutputName');
  return call.scope.stackOutput({ stackName, outputName, region: field('Region'), roleArn: field('RoleArn') });
}

function cidr(call: Call): readonly string[] {
  const parts = resolvedArgument(call.argument, call);
  if (!isList(parts)) throw malformed(call.name, call.path, 'expected a block, a count and optionally host bits');
  const [block, count, bits] = parts;
  const blocks = cidrBlocks(
    text(block, call.name, call.path),
    Number(count),
    bits === undefined ? undefined : Number(bits),
  );
  if (blocks === undefined)
    throw malformed(call.name, call.path, `cannot divide ${JSON.stringify(call.argument)} into such blocks`);
  return blocks;
}

function reference({ argument, scope, path }: Omit<Call, 'name'>): Json | undefined {
  const name = scope.languageExtensions ? resolve(argument, scope, path) : argument;
  if (typeof name !== 'string') throw malformed('Ref', path, 'expected a name');
  if (name === 'AWS::NoValue') return undefined;
  const value = pseudoParameter(name, scope.pseudo) ?? scope.parameters.get(name) ?? scope.resource(name)?.physicalId;
  if (value === undefined) {
    throw validationError(`Template format error: Unresolved resource dependencies [${name}] at ${path}`);
  }
  return value;
}

function attribute({ argument, scope, path }: Omit<Call, 'name'>): Json {
  const [logicalId, name] =
    attributeReference(argument) ?? attributeReference(resolve(argument, scope, path) ?? null) ?? [];
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

function substitution({ argument, scope, path }: Call): string {
  const [template, variables = {}] = isList(argument) ? argument : [argument];
  if (typeof template !== 'string' || !isObject(variables))
    throw malformed('Fn::Sub', path, 'expected a string, or a string and a map');
  return substitute(template, (name) => {
    const local = own(variables, name);
    if (local !== undefined) return text(resolve(local, scope, `${path}/${name}`), 'Fn::Sub', path);
    const dotted = name.includes('.') && !name.startsWith('AWS::');
    const value = (dotted ? attribute : reference)({ argument: name, scope, path });
    return text(value, 'Fn::Sub', path);
  });
}

function findInMap({ argument, scope, path }: Call): Json {
  const [mapName, first, second, options] = isList(argument) ? argument : [];
  const keys = [mapName, first, second].map((key) => text(resolve(key ?? null, scope, path), 'Fn::FindInMap', path));
  const [map, top, inner] = keys;
  const value = own(own(own(scope.mappings, map ?? ''), top ?? ''), inner ?? '');
  if (value !== undefined) return value;
  const fallback = isObject(options) ? options['DefaultValue'] : undefined;
  if (fallback !== undefined && scope.languageExtensions) return resolve(fallback, scope, path) ?? '';
  throw validationError(`Template error: Unable to get mapping for ${keys.join('::')} (${path})`);
}

function requireExtensions({ name, scope, path }: Call): void {
  if (!scope.languageExtensions) {
    throw validationError(`Template error: ${name} at ${path} needs Transform: AWS::LanguageExtensions`);
  }
}

function list({ name, argument, path }: Call, length: number): readonly Json[] {
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
function condition(expression: Json, scope: Scope, path: string): boolean {
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
    const declaration = own(declarations, name);
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
