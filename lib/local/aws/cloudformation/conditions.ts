import { validationError } from '../errors';
import type { Json, JsonObject } from '../json';
import { isList, isObject, sameJson, scalarText } from '../json';
import { resolve } from './intrinsics';
import type { Scope } from './scope';

/** Evaluates a condition expression: `Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not`, or `{ Condition: name }`. */
export function condition(expression: Json, scope: Scope, path: string): boolean {
  const [name, ...others] = isObject(expression) ? Object.keys(expression) : [];
  if (!isObject(expression) || name === undefined || others.length > 0) throw malformed(path);
  const argument = expression[name] ?? null;
  if (name === 'Condition') {
    if (typeof argument !== 'string') throw malformed(path);
    return scope.condition(argument);
  }
  const operands = isList(argument) ? argument : [];
  switch (name) {
    case 'Fn::Equals': {
      const [left, right] = operands;
      if (left === undefined || right === undefined || operands.length !== 2) throw malformed(path);
      return same(resolve(left, scope, path), resolve(right, scope, path));
    }
    case 'Fn::Not': {
      const [operand] = operands;
      if (operand === undefined || operands.length !== 1) throw malformed(path);
      return !condition(operand, scope, path);
    }
    case 'Fn::And':
    case 'Fn::Or': {
      if (operands.length < 2 || operands.length > 10) throw malformed(path);
      const values = operands.map((operand) => condition(operand, scope, path));
      return name === 'Fn::And' ? values.every(Boolean) : values.some(Boolean);
    }
    default:
      throw malformed(path);
  }
}

/** Text and numbers compare by their text, as parameters are always text. */
function same(left: Json | undefined, right: Json | undefined): boolean {
  const [leftText, rightText] = [scalarText(left), scalarText(right)];
  return leftText === undefined || rightText === undefined ? sameJson(left, right) : leftText === rightText;
}

function malformed(path: string): Error {
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
