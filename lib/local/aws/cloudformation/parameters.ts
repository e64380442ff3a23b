import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, own, scalarText } from '../../../constraints/json';
import { validationError } from '../errors';
import { javaPattern } from './java-pattern';

/** One parameter of a request. */
export interface ParameterInput {
  readonly key: string;
  readonly value: string | undefined;
  readonly usePreviousValue: boolean;
}

/** A parameter with its effective value, as DescribeStacks reports it. */
export interface StackParameter {
  readonly key: string;
  /** Given or default text; with `NoEcho`, answers show `****` in its place. */
  readonly value: string;
  /** The value an SSM parameter type resolved to. */
  readonly resolvedValue: string | undefined;
  readonly noEcho: boolean;
  /** The value of `Ref`: text, or a list for list types. */
  readonly effective: Json;
}

/** What the values of parameters are found in. */
export interface ParameterSources {
  /** Values of the stack's last deployment, for `UsePreviousValue`. */
  readonly previous: readonly StackParameter[];
  /** The value of an SSM parameter, for the SSM parameter types. */
  readonly ssm: (name: string) => string | undefined;
  /** Whether a value of a parameter type such as `AWS::EC2::VPC::Id` names something that exists. */
  readonly exists: (type: string, value: string) => boolean | 'unknown';
  /** Called for what could not be checked of a parameter. */
  readonly unverified: (parameter: string, type: string, what: string) => void;
}

const ssmValue = /^AWS::SSM::Parameter::Value<(.+)>$/;
const listType = /^(?:List<(.+)>|CommaDelimitedList)$/;

/**
 * The effective value of every declared parameter.
 * @throws ServiceError (ValidationError) for a parameter without a value, or with one that its declaration forbids
 */
export function effectiveParameters(
  declarations: JsonObject,
  inputs: readonly ParameterInput[],
  sources: ParameterSources,
): readonly StackParameter[] {
  const unknown = inputs.filter((input) => own(declarations, input.key) === undefined).map((input) => input.key);
  if (unknown.length > 0) throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const missing: string[] = [];
  const effective = Object.entries(declarations).flatMap(([key, declaration]) => {
    if (!isObject(declaration)) throw validationError(`Template format error: [/Parameters/${key}] must be an object.`);
    const input = inputs.find((candidate) => candidate.key === key);
    const earlier =
      input?.usePreviousValue === true ? sources.previous.find((parameter) => parameter.key === key)?.value : undefined;
    const value = input?.value ?? earlier ?? scalarText(own(declaration, 'Default'));
    if (value === undefined) {
      missing.push(key);
      return [];
    }
    return [typed({ key, declaration, type: scalarText(own(declaration, 'Type')) ?? '' }, value, sources)];
  });
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(', ')}] must have values`);
  assertExisting(declarations, effective, sources);
  return effective;
}

interface Declared {
  readonly key: string;
  readonly declaration: JsonObject;
  readonly type: string;
}

function typed(declared: Declared, value: string, sources: ParameterSources): StackParameter {
  const { key, declaration, type } = declared;
  const inner = ssmValue.exec(type)?.[1];
  constrain(declared, value, sources);
  const resolved = inner === undefined ? undefined : sources.ssm(value);
  if (inner !== undefined && resolved === undefined) {
    throw validationError(
      `Unable to fetch parameters [${value}] from parameter store for this account. (parameter ${key})`,
    );
  }
  const text = resolved ?? value;
  return {
    key,
    value,
    resolvedValue: resolved,
    noEcho: declaration['NoEcho'] === true || declaration['NoEcho'] === 'true',
    effective: listType.test(inner ?? type) ? elementsOf(text) : text,
  };
}

function elementsOf(text: string): readonly string[] {
  return text.split(',').map((element) => element.trim());
}

/** Refuses values of AWS-specific types that name nothing, all at once. */
function assertExisting(
  declarations: JsonObject,
  parameters: readonly StackParameter[],
  { exists, unverified }: ParameterSources,
): void {
  const absent = parameters.flatMap(({ key, value, resolvedValue, effective }) => {
    const type = scalarText(own(own(declarations, key), 'Type')) ?? '';
    const inner = ssmValue.exec(type)?.[1] ?? type;
    const single = listType.exec(inner)?.[1] ?? inner;
    if (!single.startsWith('AWS::')) return [];
    return (
      isList(effective) ? effective.map((element) => scalarText(element) ?? '') : [resolvedValue ?? value]
    ).flatMap((element) => {
      const found = exists(single, element);
      if (found === 'unknown') unverified(key, type, `whether ${element} exists as ${single}`);
      return found === false ? [`parameter value ${element} for parameter name ${key} does not exist`] : [];
    });
  });
  if (absent.length > 0) throw validationError(`Parameter validation failed: ${absent.join(', ')}`);
}

function constrain({ key, declaration, type }: Declared, value: string, sources: ParameterSources): void {
  const explanation = scalarText(declaration['ConstraintDescription']);
  const refuse = (rule: string): Error =>
    validationError(`Parameter '${key}' ${explanation === undefined ? rule : `${rule}: ${explanation}`}`);
  const allowed = declaration['AllowedValues'];
  const elements = listType.test(type) ? elementsOf(value) : [value];
  if (isList(allowed)) {
    const texts = allowed.map((candidate) => scalarText(candidate));
    if (!elements.every((element) => texts.includes(element)))
      throw refuse(`must be one of AllowedValues [${texts.join(', ')}]`);
  }
  const pattern = scalarText(declaration['AllowedPattern']);
  if (pattern !== undefined) {
    const read = javaPattern(pattern);
    if (read.kind === 'invalid') {
      throw validationError(
        `Template error: AllowedPattern of parameter ${key} is no regular expression: ${read.why} (${pattern})`,
      );
    }
    if (read.kind === 'unknown') sources.unverified(key, type, `AllowedPattern ${pattern}: it uses ${read.why}`);
    else if (!elements.every((element) => read.expression.test(element))) throw refuse(`must match pattern ${pattern}`);
  }
  if (type === 'Number' && (value.trim() === '' || Number.isNaN(Number(value)))) throw refuse('must be a number');
  bound(
    declaration['MinLength'],
    (limit) => value.length >= limit,
    (limit) => refuse(`must contain at least ${limit} characters`),
  );
  bound(
    declaration['MaxLength'],
    (limit) => value.length <= limit,
    (limit) => refuse(`must contain at most ${limit} characters`),
  );
  bound(
    declaration['MinValue'],
    (limit) => Number(value) >= limit,
    (limit) => refuse(`must be a number not less than ${limit}`),
  );
  bound(
    declaration['MaxValue'],
    (limit) => Number(value) <= limit,
    (limit) => refuse(`must be a number not greater than ${limit}`),
  );
}

function bound(limit: Json | undefined, holds: (limit: number) => boolean, error: (limit: number) => Error): void {
  const text = scalarText(limit);
  if (text !== undefined && !holds(Number(text))) throw error(Number(text));
}
