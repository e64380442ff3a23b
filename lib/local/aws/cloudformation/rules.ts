import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, own, sameJson, scalarText } from '../../../constraints/json';
import { validationError } from '../errors';
import { resolve } from './intrinsics';
import type { Scope } from './scope';

/** Evaluates the `Rules` section. @throws ServiceError (ValidationError) naming each rule whose assertion does not hold. */
export function assertRules(rules: JsonObject, parameters: JsonObject, scope: Scope): void {
  const failures = Object.entries(rules).flatMap(([name, rule]) => {
    if (!isObject(rule) || !isList(rule['Assertions'])) throw malformed(`/Rules/${name}`);
    const applies = rule['RuleCondition'];
    if (applies !== undefined && !holds(applies, parameters, scope, `/Rules/${name}/RuleCondition`)) return [];
    return rule['Assertions'].flatMap((assertion, index) => {
      const path = `/Rules/${name}/Assertions/${index}`;
      if (!isObject(assertion) || assertion['Assert'] === undefined) throw malformed(path);
      if (holds(assertion['Assert'], parameters, scope, path)) return [];
      return [
        `Rule ${name} failed: ${scalarText(assertion['AssertDescription']) ?? JSON.stringify(assertion['Assert'])}`,
      ];
    });
  });
  if (failures.length > 0) throw validationError(`Template rules are not satisfied: ${failures.join('; ')}`);
}

function holds(expression: Json, parameters: JsonObject, scope: Scope, path: string): boolean {
  const [name, ...others] = isObject(expression) ? Object.keys(expression) : [];
  if (!isObject(expression) || name === undefined || others.length > 0) throw malformed(path);
  const operands = expression[name];
  const sub = (operand: Json): boolean => holds(operand, parameters, scope, path);
  const value = (operand: Json | undefined): Json => read(operand ?? null, parameters, scope, path);
  if (!isList(operands)) throw malformed(path);
  switch (name) {
    case 'Fn::And':
      return operands.every(sub);
    case 'Fn::Or':
      return operands.some(sub);
    case 'Fn::Not':
      return operands.length === 1 && !operands.every(sub);
    case 'Fn::Equals':
      return sameJson(value(operands[0]), value(operands[1]));
    case 'Fn::Contains':
      return contains(value(operands[0]), value(operands[1]));
    case 'Fn::EachMemberEquals': {
      const [members, wanted] = [value(operands[0]), value(operands[1])];
      return isList(members) && members.every((member) => sameJson(member, wanted));
    }
    case 'Fn::EachMemberIn': {
      const [members, allowed] = [value(operands[0]), value(operands[1])];
      return isList(members) && members.every((member) => contains(allowed, member));
    }
    default:
      throw malformed(path);
  }
}

function contains(list: Json, member: Json): boolean {
  return isList(list) && list.some((element) => sameJson(element, member));
}

function read(operand: Json, parameters: JsonObject, scope: Scope, path: string): Json {
  const refAll = own(operand, 'Fn::RefAll');
  if (typeof refAll === 'string') {
    return Object.entries(parameters)
      .filter(([, declaration]) => isObject(declaration) && declaration['Type'] === refAll)
      .flatMap(([key]) => scope.parameters.get(key) ?? []);
  }
  const valueOf = own(operand, 'Fn::ValueOf');
  if (valueOf !== undefined) {
    const [name, attribute] = names(valueOf, path);
    const type = scalarText(own(own(parameters, name), 'Type'));
    if (type === undefined) throw validationError(`Template error: Fn::ValueOf names no parameter: ${name} (${path})`);
    const values = attributes(type, scope.parameters.get(name) ?? [], attribute, { scope, path });
    return isList(scope.parameters.get(name)) ? values : (values[0] ?? null);
  }
  const valueOfAll = own(operand, 'Fn::ValueOfAll');
  if (valueOfAll !== undefined) {
    const [type, attribute] = names(valueOfAll, path);
    return Object.entries(parameters)
      .filter(([, declaration]) => own(declaration, 'Type') === type)
      .flatMap(([key]) => attributes(type, scope.parameters.get(key) ?? [], attribute, { scope, path }));
  }
  return resolve(operand, scope, path) ?? null;
}

function names(argument: Json, path: string): readonly [string, string] {
  const [first, second] = isList(argument) ? argument : [];
  if (typeof first !== 'string' || typeof second !== 'string') throw malformed(path);
  return [first, second];
}

/** The attribute of each value of a parameter, which names one thing or several. */
function attributes(
  type: string,
  value: Json,
  name: string,
  { scope, path }: { readonly scope: Scope; readonly path: string },
): readonly string[] {
  return (isList(value) ? value : [value]).map((element) => {
    const id = scalarText(element) ?? '';
    const found = scope.existing.attribute(type, id, name);
    if (found === undefined) {
      throw validationError(`Template error: the attribute ${name} of ${id} (${type}) is not known (${path})`);
    }
    return found;
  });
}

function malformed(path: string): Error {
  return validationError(`Template format error: ${path} is not a rule: expected Assertions with condition functions`);
}
