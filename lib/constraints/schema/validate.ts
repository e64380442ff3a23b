import type { PropertyType } from '@aws-cdk/service-spec-types';
import type { Json, JsonObject } from '../json';
import { isList, isObject, scalarText } from '../json';
import { suggestion } from '../suggest';
import { schemaAdditions } from './additions';
import { evaluate } from './keywords';
import { rowOf } from './rows';
import type { SpecificationProperties } from './service-spec';
import { nestedProperties, resourceSchema } from './service-spec';
import { cdkMetadata, isCustomResource } from './special-types';
import type { Violation } from './violation';
import { isBoolean, textsOf } from './written';

/** Checks the properties of a template before its functions are resolved. A type without schema has no violations. */
export function validateTemplate(type: string, properties: JsonObject): readonly Violation[] {
  return isCustomResource(type) || resourceSchema(type) === undefined ? [] : validateProperties(type, properties);
}

/**
 * Checks resolved properties against the registry schema of their type, at every depth: names, required, types and enums, then
 * patterns, lengths, ranges, counts and choices.
 */
export function validateProperties(type: string, properties: JsonObject): readonly Violation[] {
  if (type === cdkMetadata) return [];
  if (isCustomResource(type)) {
    return scalarText(properties['ServiceToken']) === undefined
      ? [{ pointer: '#', rule: missing('ServiceToken') }]
      : [];
  }
  const schema = resourceSchema(type);
  if (schema === undefined) return [{ pointer: '#', rule: `unknown resource type ${type}` }];
  const named = members(properties, schema.properties, '#');
  const places = new Set(named.map(({ pointer, rule }) => (rule.startsWith('required key') ? '' : pointer)));
  return [...named, ...keywordViolations(type, properties).filter(({ pointer }) => !places.has(pointer))];
}

function keywordViolations(type: string, properties: JsonObject): readonly Violation[] {
  const row = rowOf(type);
  const added = Object.hasOwn(schemaAdditions, type) ? schemaAdditions[type] : undefined;
  return [
    ...(row === undefined ? [] : evaluate(properties, row.schema, '#', row.definitions).violations),
    ...(added === undefined ? [] : evaluate(properties, added.schema, '#', {}).violations),
  ];
}

/** A function that is not resolved yet: what it returns fits every type. */
function isFunction(value: Json): boolean {
  return (
    isObject(value) &&
    Object.keys(value).some((key, _, all) => key.startsWith('Fn::') || (key === 'Ref' && all.length === 1))
  );
}

function members(value: JsonObject, known: SpecificationProperties, pointer: string): readonly Violation[] {
  if (isFunction(value)) return [];
  const violations: Violation[] = [];
  for (const name of requiredOf(known)) {
    if (!Object.hasOwn(value, name)) violations.push({ pointer, rule: missing(name) });
  }
  for (const [name, child] of Object.entries(value)) {
    const property = Object.hasOwn(known, name) ? known[name] : undefined;
    if (property === undefined) {
      violations.push({
        pointer,
        rule: `extraneous key [${name}] is not permitted${didYouMean(name, Object.keys(known))}`,
      });
      continue;
    }
    const found = check(child, property.type, `${pointer}/${name}`);
    // The registry widened some types over time and real templates still use the earlier shape.
    const earlier = (property.previousTypes ?? []).some((previous) => check(child, previous, '#').length === 0);
    if (found.length > 0 && !earlier) violations.push(...found);
  }
  return violations;
}

const required = new WeakMap<SpecificationProperties, readonly string[]>();

/** Names of the properties that a type requires, found once. */
function requiredOf(known: SpecificationProperties): readonly string[] {
  const found =
    required.get(known) ??
    Object.entries(known).flatMap(([name, property]) => (property.required === true ? [name] : []));
  required.set(known, found);
  return found;
}

function missing(name: string): string {
  return `required key [${name}] not found`;
}

function didYouMean(name: string, known: readonly string[]): string {
  const meant = suggestion(name, known);
  return meant === undefined ? '' : ` (did you mean ${meant}?)`;
}

function check(value: Json, type: PropertyType, pointer: string): readonly Violation[] {
  if (isFunction(value)) return [];
  switch (type.type) {
    case 'json':
    case 'null':
      return [];
    case 'string':
    case 'date-time': {
      const texts = textsOf(value);
      const [text] = texts;
      if (text === undefined) return [wrongType(pointer, 'String', value)];
      const allowed = type.type === 'string' ? type.allowedValues : undefined;
      return allowed === undefined || texts.some((one) => allowed.includes(one))
        ? []
        : [{ pointer, rule: notInEnum(text, allowed) }];
    }
    case 'boolean':
      return isBoolean(value) ? [] : [wrongType(pointer, 'Boolean', value)];
    case 'number':
    case 'integer': {
      const text = scalarText(value);
      const number = text === undefined || text.trim() === '' || typeof value === 'boolean' ? Number.NaN : Number(text);
      if (Number.isNaN(number) || (type.type === 'integer' && !Number.isInteger(number))) {
        return [wrongType(pointer, type.type === 'integer' ? 'Integer' : 'Number', value)];
      }
      const allowed = type.type === 'integer' ? type.allowedValues : undefined;
      return allowed === undefined || allowed.includes(number)
        ? []
        : [{ pointer, rule: notInEnum(String(number), allowed.map(String)) }];
    }
    case 'tag':
      return tag(value, pointer);
    case 'array':
      if (!isList(value)) return [wrongType(pointer, 'JSONArray', value)];
      return value.flatMap((element, index) => check(element, type.element, `${pointer}/${index}`));
    case 'map':
      if (!isObject(value)) return [wrongType(pointer, 'JSONObject', value)];
      return Object.entries(value).flatMap(([key, child]) => check(child, type.element, `${pointer}/${key}`));
    case 'union': {
      const attempts = type.types.map((member) => check(value, member, pointer));
      if (attempts.some((attempt) => attempt.length === 0)) return [];
      return attempts.reduce((best, attempt) => (attempt.length < best.length ? attempt : best));
    }
    case 'ref': {
      const nested = nestedProperties(type);
      if (!isObject(value)) return [wrongType(pointer, 'JSONObject', value)];
      // Some nested types are open: the registry lists no properties for them.
      if (nested === undefined || Object.keys(nested).length === 0) return [];
      return members(value, nested, pointer);
    }
  }
}

const tagSchema: SpecificationProperties = {
  Key: { type: { type: 'string' }, required: true },
  Value: { type: { type: 'string' }, required: true },
};

function tag(value: Json, pointer: string): readonly Violation[] {
  return isObject(value) ? members(value, tagSchema, pointer) : [wrongType(pointer, 'JSONObject', value)];
}

function wrongType(pointer: string, expected: string, value: Json): Violation {
  return { pointer, rule: `expected type: ${expected}, found: ${typeName(value)}` };
}

function notInEnum(value: string, allowed: readonly string[]): string {
  const all = allowed.length > 12 ? didYouMean(value, allowed) : ` [${allowed.join(', ')}]`;
  return `${value} is not a valid enum value${all}`;
}

function typeName(value: Json): string {
  if (value === null) return 'Null';
  if (isList(value)) return 'JSONArray';
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'boolean':
      return 'Boolean';
    case 'number':
      return Number.isInteger(value) ? 'Integer' : 'Number';
    default:
      return 'JSONObject';
  }
}
