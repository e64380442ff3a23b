import type { JsonObject } from '../json';
import { isObject } from '../json';
import type { SchemaNode } from './rows';
import type { Verdict } from './verdict';
import { fits, say, unknown } from './verdict';

/** Whether an object has a member: `Fn::If` and AWS::NoValue may take it out. */
export function has(value: JsonObject, name: string): boolean | undefined {
  if (!Object.hasOwn(value, name)) return false;
  const member = value[name];
  if (!isObject(member)) return true;
  return Object.hasOwn(member, 'Fn::If') || member['Ref'] === 'AWS::NoValue' ? undefined : true;
}

/** The keywords about which members an object has. */
export function presence(value: JsonObject, schema: SchemaNode, pointer: string): Verdict[] {
  const found: Verdict[] = [];
  for (const name of schema.required ?? []) {
    const there = has(value, name);
    if (there === false) found.push(say(`required key [${name}] not found`, pointer, 'required'));
    if (there === undefined) found.push(unknown);
  }
  if (schema.dependentRequired !== undefined || schema.dependentExcluded !== undefined) {
    found.push(...dependent(value, schema, pointer));
  }
  if (schema.requiredXor !== undefined) found.push(oneOfNames(value, schema.requiredXor, pointer, 'requiredXor'));
  if (schema.requiredOr !== undefined) found.push(oneOfNames(value, schema.requiredOr, pointer, 'requiredOr'));
  return found;
}

function dependent(value: JsonObject, schema: SchemaNode, pointer: string): readonly Verdict[] {
  const found: Verdict[] = [];
  for (const [name, others] of Object.entries(schema.dependentRequired ?? {})) {
    if (has(value, name) !== true) continue;
    for (const other of others.filter((each) => has(value, each) === false)) {
      found.push(say(`property [${other}] is required`, pointer, 'dependencies'));
    }
  }
  for (const [name, others] of Object.entries(schema.dependentExcluded ?? {})) {
    if (has(value, name) !== true) continue;
    for (const other of others.filter((each) => each !== name && has(value, each) === true)) {
      found.push(say(`property [${other}] is not permitted beside [${name}]`, pointer, 'dependentExcluded'));
    }
  }
  return found;
}

function oneOfNames(value: JsonObject, names: readonly string[], pointer: string, keyword: string): Verdict {
  const there = names.map((name) => has(value, name));
  const given = there.filter((each) => each === true).length;
  const few = given === 0 && !there.includes(undefined);
  if (!few && !(keyword === 'requiredXor' && given > 1)) return fits;
  const expected = keyword === 'requiredXor' ? 'exactly one' : 'at least one';
  return say(`expected ${expected} of [${names.join(', ')}], found: ${given}`, pointer, keyword);
}
