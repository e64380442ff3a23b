import type { Json, JsonObject } from '../json';
import { isList, isObject, sameJson, scalarText } from '../json';
import { isUnresolved } from '../value';
import { combined } from './combined-keywords';
import { matches } from './pattern';
import { has, presence } from './presence-keywords';
import type { Definitions, SchemaNode } from './rows';
import { scalar, wrongType, wrongValue } from './scalar-keywords';
import type { Verdict } from './verdict';
import { joined, say, unknown } from './verdict';

/**
 * Evaluates the keywords of a schema on a value. Words: those of the validator of CloudFormation, which hides values of some
 * keywords (aws-cloudformation/cloudformation-resource-schema@0ad7e837e, ValidationException.java, read 2026-11-30); what was
 * given and what is expected follow in brackets.
 */
export function evaluate(value: Json, schema: SchemaNode, pointer: string, definitions: Definitions): Verdict {
  if (isUnresolved(value) || isOpen(value)) return unknown;
  const verdicts: Verdict[] = [];
  if (schema.$ref !== undefined) {
    const referred = Object.hasOwn(definitions, schema.$ref) ? definitions[schema.$ref] : undefined;
    if (referred !== undefined) verdicts.push(evaluate(value, referred, pointer, definitions));
  }
  verdicts.push(say(wrongType(value, schema), pointer, 'type'), say(wrongValue(value, schema), pointer));
  if (isList(value)) verdicts.push(list(value, schema, pointer, definitions));
  else if (isObject(value)) verdicts.push(object(value, schema, pointer, definitions));
  else verdicts.push(...scalar(value, schema, pointer));
  verdicts.push(...combined(schema, pointer, (each) => evaluate(value, each, pointer, definitions)));
  return joined(verdicts);
}

/** An object whose members a function adds. */
function isOpen(value: Json): boolean {
  return isObject(value) && Object.keys(value).some((key) => key.startsWith('Fn::'));
}

function list(value: readonly Json[], schema: SchemaNode, pointer: string, definitions: Definitions): Verdict {
  const found: Verdict[] = [];
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items, uniqueItems, uniqueKeys } = schema;
  // `Fn::If` with AWS::NoValue takes an element out, and a transform adds some.
  const sure = value.filter((element) => !isUnresolved(element) && !isOpen(element));
  if (value.length < minItems && sure.length === value.length) {
    found.push(say(`expected minimum item count: ${minItems}, found: ${value.length}`, pointer, 'minItems'));
  }
  if (sure.length > maxItems) {
    found.push(say(`expected maximum item count: ${maxItems}, found: ${sure.length}`, pointer, 'maxItems'));
  }
  if (uniqueItems === true && hasDuplicate(sure)) found.push(say('array items are not unique', pointer, 'uniqueItems'));
  if (uniqueKeys !== undefined) {
    const keys = sure.flatMap((element) => (isObject(element) ? [uniqueKeys.map((key) => element[key] ?? null)] : []));
    if (keys.every((key) => key.every((part) => scalarText(part) !== undefined)) && hasDuplicate(keys)) {
      found.push(say(`array items are not unique by [${uniqueKeys.join(', ')}]`, pointer, 'uniqueKeys'));
    }
  }
  schema.prefixItems?.forEach((each, index) => {
    const element = value[index];
    if (element !== undefined) found.push(evaluate(element, each, `${pointer}/${index}`, definitions));
  });
  if (items !== undefined) {
    value.forEach((element, index) => found.push(evaluate(element, items, `${pointer}/${index}`, definitions)));
  }
  return joined(found);
}

function hasDuplicate(values: readonly Json[]): boolean {
  const seen = new Set<string>();
  const complex: Json[] = [];
  for (const value of values) {
    const text = scalarText(value);
    if (text === undefined ? complex.some((other) => sameJson(other, value)) : seen.has(text)) return true;
    if (text === undefined) complex.push(value);
    else seen.add(text);
  }
  return false;
}

function object(value: JsonObject, schema: SchemaNode, pointer: string, definitions: Definitions): Verdict {
  const found: Verdict[] = presence(value, schema, pointer);
  const { properties = {}, patternProperties } = schema;
  const patterns = patternProperties === undefined ? [] : Object.entries(patternProperties);
  const names = Object.keys(value);
  for (const name of names) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const fitting = patterns.filter(([pattern]) => matches(name, pattern) !== false);
    if (known === undefined && fitting.length === 0) {
      if (schema.additionalProperties !== false) continue;
      found.push(say(`extraneous key [${name}] is not permitted`, pointer, 'additionalProperties'));
      continue;
    }
    const child = value[name] ?? null;
    if (known !== undefined) found.push(evaluate(child, known, `${pointer}/${name}`, definitions));
    for (const [, each] of fitting) found.push(evaluate(child, each, `${pointer}/${name}`, definitions));
  }
  if (schema.minProperties === undefined && schema.maxProperties === undefined) return joined(found);
  const count = names.length;
  const sure = names.filter((name) => has(value, name) === true).length;
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  if (count < minProperties) {
    found.push(say(`minimum size: [${minProperties}], found: [${count}]`, pointer, 'minProperties'));
  }
  if (sure > maxProperties) {
    found.push(say(`maximum size: [${maxProperties}], found: [${sure}]`, pointer, 'maxProperties'));
  }
  return joined(found);
}
