import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, own, scalarText } from '../../../constraints/json';
import { validationError } from '../errors';

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

const ssmValue = /^AWS::SSM::Parameter::Value<(.+)>$/;
const listType = /^(?:List<.+>|CommaDelimitedList)$/;
const plain = /^(?:String|Number|List<(?:Number|String|AWS::[\w:]+)>|CommaDelimitedList|AWS::[\w:]+)$/;

/**
 * The effective value of every declared parameter.
 * @throws ServiceError (ValidationError) for a parameter without a value, or with one that its declaration forbids
 * @param previous values of the stack's last deployment, for `UsePreviousValue`
 * @param ssm the value of an SSM parameter, for the SSM parameter types
 */
export function effectiveParameters(
  declarations: JsonObject,
  inputs: readonly ParameterInput[],
  previous: readonly StackParameter[],
  ssm: (name: string) => string | undefined,
): readonly StackParameter[] {
  const unknown = inputs.filter((input) => own(declarations, input.key) === undefined).map((input) => input.key);
  if (unknown.length > 0) throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const missing: string[] = [];
  const effective = Object.entries(declarations).flatMap(([key, declaration]) => {
    if (!isObject(declaration)) throw validationError(`Template format error: [/Parameters/${key}] must be an object.`);
    const input = inputs.find((candidate) => candidate.key === key);
    const earlier =
      input?.usePreviousValue === true ? previous.find((parameter) => parameter.key === key)?.value : undefined;
    const value = input?.value ?? earlier ?? scalarText(declaration['Default']);
    if (value === undefined) {
      missing.push(key);
      return [];
    }
    return [typed(key, declaration, value, ssm)];
  });
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(', ')}] must have values`);
  return effective;
}

function typed(
  key: string,
  declaration: JsonObject,
  value: string,
  ssm: (name: string) => string | undefined,
): StackParameter {
  const type = declaration['Type'];
  if (typeof type !== 'string') {
    throw validationError(
      `Template format error: [/Parameters/${key}] Every Parameters object must contain a Type member.`,
    );
  }
  const inner = ssmValue.exec(type)?.[1];
  if (inner === undefined && type !== 'AWS::SSM::Parameter::Name' && !plain.test(type)) {
    throw validationError(`Template format error: Unrecognized parameter type: ${type}`);
  }
  constrain(key, declaration, value, type);
  const resolved = inner === undefined ? undefined : ssm(value);
  if (inner !== undefined && resolved === undefined) {
    throw validationError(
      `Unable to fetch parameters [${value}] from parameter store for this account. (parameter ${key})`,
    );
  }
  const text = resolved ?? value;
  const list = listType.test(inner ?? type);
  return {
    key,
    value,
    resolvedValue: resolved,
    noEcho: declaration['NoEcho'] === true || declaration['NoEcho'] === 'true',
    effective: list ? text.split(',').map((element) => element.trim()) : text,
  };
}

function constrain(key: string, declaration: JsonObject, value: string, type: string): void {
  const explanation = scalarText(declaration['ConstraintDescription']);
  const refuse = (rule: string): Error =>
    validationError(`Parameter '${key}' ${explanation === undefined ? rule : `${rule}: ${explanation}`}`);
  const allowed = declaration['AllowedValues'];
  const elements = listType.test(type) ? value.split(',').map((element) => element.trim()) : [value];
  if (isList(allowed)) {
    const texts = allowed.map((candidate) => scalarText(candidate));
    if (!elements.every((element) => texts.includes(element)))
      throw refuse(`must be one of AllowedValues [${texts.join(', ')}]`);
  }
  const pattern = scalarText(declaration['AllowedPattern']);
  if (pattern !== undefined && !elements.every((element) => new RegExp(`^(?:${pattern})$`, 'u').test(element))) {
    throw refuse(`must match pattern ${pattern}`);
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
