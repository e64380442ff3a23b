import type { Json, JsonObject } from './json';
import { isList, isObject, scalarText } from './json';

/** Whether a value is a function or dynamic reference of CloudFormation that is not resolved: what it gives is unknown. */
export function isUnresolved(value: Json | undefined): boolean {
  if (typeof value === 'string') return value.includes('{{resolve:');
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && keys.some((key) => key === 'Ref' || key.startsWith('Fn::'));
}

/** The text at a path of properties; undefined where it is absent or not known. */
export function textAt(value: Json | undefined, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path);
  return isUnresolved(found) ? undefined : scalarText(found);
}

/** The number at a path of properties; undefined where it is absent, not known or not a number. */
export function numberAt(value: Json | undefined, ...path: readonly (string | number)[]): number | undefined {
  const text = textAt(value, ...path);
  const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isNaN(number) ? undefined : number;
}

/** The list at a path of properties; empty where it is absent or not known. */
export function listAt(value: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] {
  const found = at(value, ...path);
  return isList(found) ? found : [];
}

/** The object at a path of properties; undefined where it is absent or not known. */
export function objectAt(value: Json | undefined, ...path: readonly (string | number)[]): JsonObject | undefined {
  const found = at(value, ...path);
  return isObject(found) && !isUnresolved(found) ? found : undefined;
}

/** The value at a path of properties; undefined where the path ends early or passes a function. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let current = value;
  for (const step of path) {
    if (isUnresolved(current)) return undefined;
    if (isList(current)) current = typeof step === 'number' ? current[step] : undefined;
    else if (isObject(current)) current = Object.hasOwn(current, String(step)) ? current[String(step)] : undefined;
    else return undefined;
  }
  return current;
}

/** Whether a property is there whatever the functions in it give: an `Fn::If` may leave it out. */
export function isGiven(value: Json | undefined): boolean {
  if (value === undefined) return false;
  return !isObject(value) || (!Object.hasOwn(value, 'Fn::If') && value['Ref'] !== 'AWS::NoValue');
}

/** Whether nothing is at a path for certain: no function on the way may give it. */
export function isAbsent(value: Json | undefined, ...path: readonly (string | number)[]): boolean {
  return (
    path.every((_step, index) => !isUnresolved(at(value, ...path.slice(0, index)))) && at(value, ...path) === undefined
  );
}

/** The row of a table; undefined for a key that the table does not have, such as the name of a method of all objects. */
export function rowOf<T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
