import { own } from '../json';
import type { ArmValue } from './arm-value';
import { isListValue, isObjectValue, openPart, Secret, Unknown, unknownCall, written } from './arm-value';
import { collectionFunctions, keyOf } from './collection-functions';
import type { Expression } from './expression';
import { expressionOf, literalOf } from './expression';
import { armFunctions } from './functions';
import { lambdaFunctions } from './lambda-functions';
import { referenceFunctions } from './reference-functions';
import type { Scope } from './scope';

/** Longest text that a function may make, in characters: larger than a template. */
const longestText = 5_000_000;

/** A JSON value of a template with every expression in it evaluated. */
export function evaluated(value: unknown, scope: Scope): ArmValue {
  if (typeof value === 'string') return evaluatedText(value, scope);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => evaluated(item, scope));
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [evaluatedKey(key, scope), evaluated(item, scope)]),
  );
}

/** A key of an object, which may be an expression too; the expression itself where it is not known. */
export function evaluatedKey(key: string, scope: Scope): string {
  const name = key.startsWith('[') ? evaluatedText(key, scope) : key;
  return typeof name === 'string' ? name : name instanceof Unknown ? `[${name.expression}]` : key;
}

function evaluatedText(text: string, scope: Scope): ArmValue {
  const expression = expressionOf(text);
  if (expression !== undefined) return evaluate(expression, scope);
  // A text in brackets that is no valid expression is kept, and its value is not known.
  return text.startsWith('[') && text.endsWith(']') && !text.startsWith('[[')
    ? new Unknown(text.slice(1, -1))
    : literalOf(text);
}

/** The value of an expression; unknown where it depends on what Azure says, or on a function that is not known here. */
export function evaluate(expression: Expression, scope: Scope): ArmValue {
  if (--scope.budget.left < 0) return new Unknown('tooLarge()');
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'property':
      return member(evaluate(expression.of, scope), expression.name, expression.safe);
    case 'index':
      return member(evaluate(expression.of, scope), evaluate(expression.index, scope), expression.safe);
    case 'call':
      return call(expression.name, expression.args, scope);
  }
}

/** A member of a value. Of an unknown value it is unknown, of a secret one secret, and so is one that is not there. */
function member(of: ArmValue, key: ArmValue, safe: boolean): ArmValue {
  if (of instanceof Secret || key instanceof Secret) return new Secret();
  const path = typeof key === 'string' && /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${written(key)}]`;
  if (of instanceof Unknown || key instanceof Unknown) return new Unknown(written(of) + (safe ? '?' : '') + path);
  const found =
    isListValue(of) && typeof key === 'number'
      ? of[key]
      : isObjectValue(of) && typeof key === 'string'
        ? own(of, keyOf(of, key) ?? key)
        : undefined;
  if (found !== undefined) return found;
  return safe || of === null ? null : new Unknown(written(of) + path);
}

function call(written: string, args: readonly Expression[], scope: Scope): ArmValue {
  const name = written.toLowerCase();
  switch (name) {
    case 'parameters':
    case 'variables': {
      const wanted = one(args, scope);
      const value =
        typeof wanted !== 'string'
          ? undefined
          : name === 'parameters'
            ? scope.parameter(wanted)
            : scope.variable(wanted);
      return value === undefined ? unknownCall(written, [wanted]) : value;
    }
    case 'if':
      return conditional(args, scope);
    case 'and':
    case 'or':
      return junction(name, args, scope);
    case 'copyindex':
      return copyIndex(args, scope);
  }
  const special = lambdaFunctions.get(name) ?? referenceFunctions.get(name);
  if (special !== undefined) return special({ name: written, args }, scope, evaluate);
  const values = args.map((argument) => evaluate(argument, scope));
  const declared = scope.userFunction(name);
  if (name === 'tryget') return tryGet(values);
  return declared === undefined ? builtIn(written, values) : userCall(declared, values, scope);
}

/** `tryGet(value, 'key', …)`: null where a key is missing. */
function tryGet([value = null, ...keys]: readonly ArmValue[]): ArmValue {
  return keys.reduce<ArmValue>((of, key) => (of === null ? null : member(of, key, true)), value);
}

function one(args: readonly Expression[], scope: Scope): ArmValue {
  return args[0] === undefined ? null : evaluate(args[0], scope);
}

function builtIn(name: string, args: readonly ArmValue[]): ArmValue {
  const known = armFunctions.get(name.toLowerCase());
  const arranges = Object.hasOwn(collectionFunctions, name.toLowerCase());
  const value =
    known === undefined || (!arranges && args.some((argument) => openPart(argument) !== undefined))
      ? undefined
      : known(args);
  const tooLong = typeof value === 'string' && value.length > longestText;
  return value === undefined || tooLong ? unknownCall(name, args) : value;
}

function conditional([condition, yes, no]: readonly Expression[], scope: Scope): ArmValue {
  if (condition === undefined || yes === undefined || no === undefined) return new Unknown('if()');
  const judged = evaluate(condition, scope);
  if (judged === true || judged === 'true' || judged === 'True') return evaluate(yes, scope);
  if (judged === false || judged === 'false' || judged === 'False') return evaluate(no, scope);
  return unknownCall('if', [judged, evaluate(yes, scope), evaluate(no, scope)]);
}

/** `and`, `or`: one argument can decide, whatever the others are. */
function junction(name: 'and' | 'or', args: readonly Expression[], scope: Scope): ArmValue {
  const values = args.map((argument) => evaluate(argument, scope));
  const decides = name === 'or';
  if (values.includes(decides)) return decides;
  return values.every((value) => value === !decides) ? !decides : unknownCall(name, values);
}

/** `copyIndex()`, `copyIndex(1)`, `copyIndex('loop')`, `copyIndex('loop', 1)`. */
function copyIndex(args: readonly Expression[], scope: Scope): ArmValue {
  const values = args.map((argument) => evaluate(argument, scope));
  const loop = typeof values[0] === 'string' ? values[0] : '';
  const offset = values.find((value) => typeof value === 'number') ?? 0;
  const index = scope.copies.get(loop.toLowerCase());
  return index === undefined ? unknownCall('copyIndex', values) : index + offset;
}

function userCall(
  { parameters, output }: { parameters: readonly string[]; output: unknown },
  args: readonly ArmValue[],
  scope: Scope,
): ArmValue {
  const given = new Map(parameters.map((name, index) => [name.toLowerCase(), args[index] ?? null]));
  return evaluated(output, {
    ...scope,
    parameter: (name) => given.get(name.toLowerCase()),
    variable: () => undefined,
    copies: new Map(),
    lambdas: new Map(),
  });
}
