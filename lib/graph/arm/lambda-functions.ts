import type { ArmValue } from './arm-value';
import { isListValue, isObjectValue, unknownCall } from './arm-value';
import type { Expression } from './expression';
import type { Scope } from './scope';

/** Evaluates an expression in a scope. */
type Evaluate = (expression: Expression, scope: Scope) => ArmValue;

/** A call whose arguments are not just values. */
export type SpecialFunction = (call: Call, scope: Scope, evaluate: Evaluate) => ArmValue;

interface Call {
  readonly name: string;
  readonly args: readonly Expression[];
}

/** The result for a value and what applies a lambda; undefined where it cannot say. */
type Arrange = (
  value: ArmValue,
  apply: (lambda: number, args: readonly ArmValue[]) => ArmValue,
) => ArmValue | undefined;

const arrangements: Readonly<Record<string, Arrange>> = {
  map: (list, apply) => (isListValue(list) ? list.map((item, index) => apply(1, [item, index])) : undefined),
  filter: (list, apply) => {
    const judged = isListValue(list) ? list.map((item, index) => ({ item, kept: apply(1, [item, index]) })) : undefined;
    return judged?.every(({ kept }) => typeof kept === 'boolean') === true
      ? judged.filter(({ kept }) => kept === true).map(({ item }) => item)
      : undefined;
  },
  reduce: (list, apply) =>
    isListValue(list)
      ? list.reduce<ArmValue>((total, item, index) => apply(2, [total, item, index]), apply(1, []))
      : undefined,
  toobject: (list, apply) => {
    const entries = isListValue(list) ? list.map((item) => [apply(1, [item]), apply(2, [item])] as const) : undefined;
    return entries?.every((entry): entry is [string, ArmValue] => typeof entry[0] === 'string') === true
      ? Object.fromEntries(entries)
      : undefined;
  },
  mapvalues: (object, apply) =>
    isObjectValue(object)
      ? Object.fromEntries(Object.entries(object).map(([key, item]) => [key, apply(1, [item])]))
      : undefined,
};

/** Functions that take a lambda, and the one that only lambdas use, by their name in lower case. */
export const lambdaFunctions: ReadonlyMap<string, SpecialFunction> = new Map<string, SpecialFunction>([
  ['lambdavariables', variable],
  ...Object.entries(arrangements).map(([name, arrange]): [string, SpecialFunction] => [
    name,
    (call, scope, evaluate) => arranged(call, arrange, { scope, evaluate }),
  ]),
]);

interface Context {
  readonly scope: Scope;
  readonly evaluate: Evaluate;
}

function variable(...[{ name, args }, scope, evaluate]: Parameters<SpecialFunction>): ArmValue {
  const wanted = args[0] === undefined ? null : evaluate(args[0], scope);
  const value = typeof wanted === 'string' ? scope.lambdas.get(wanted.toLowerCase()) : undefined;
  return value === undefined ? unknownCall(name, [wanted]) : value;
}

function arranged({ name, args }: Call, arrange: Arrange, context: Context): ArmValue {
  const { scope, evaluate } = context;
  const value = args[0] === undefined ? null : evaluate(args[0], scope);
  const result = arrange(value, (lambda, given) => applied(args[lambda], given, context));
  return result ?? unknownCall(name, [value, ...args.slice(1).map((argument) => evaluate(argument, scope))]);
}

/** The result of `lambda('a', 'b', body)` for its arguments; of another argument its value, and of none the first one. */
function applied(lambda: Expression | undefined, args: readonly ArmValue[], { scope, evaluate }: Context): ArmValue {
  if (lambda === undefined) return args[0] ?? null;
  const body = lambda.kind === 'call' && lambda.name.toLowerCase() === 'lambda' ? lambda.args.at(-1) : undefined;
  if (lambda.kind !== 'call' || body === undefined) return evaluate(lambda, scope);
  const names = lambda.args
    .slice(0, -1)
    .map((name) => (name.kind === 'literal' ? String(name.value).toLowerCase() : ''));
  const given = names.map((name, index): [string, ArmValue] => [name, args[index] ?? null]);
  return evaluate(body, { ...scope, lambdas: new Map([...scope.lambdas, ...given]) });
}
