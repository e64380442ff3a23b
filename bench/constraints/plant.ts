import type { Json, JsonObject } from '../../lib/constraints/json';
import { isList, isObject, scalarText } from '../../lib/constraints/json';

/*
 * Plants single faults into valid properties by a JSON schema. It knows schemas, and nothing of the rules of the kit.
 */

/** One fault. */
export interface Plant {
  /** What of the schema the fault breaks. */
  readonly keyword: string;
  /** The value that is wrong, or the object that lacks or has too much. */
  readonly path: readonly string[];
  /** The property that is missing or too much. */
  readonly name?: string;
  readonly properties: JsonObject;
}

interface Place {
  readonly root: JsonObject;
  readonly path: readonly string[];
  /** The properties with another value at the place. */
  readonly put: (value: Json) => JsonObject;
}

const wrongTexts = ['\u00a7', 'a b', '-', '0', '!', 'x', 'arn:aws', ''];

/** Every single fault that a schema lets plant into properties. */
export function plants(properties: JsonObject, root: JsonObject): readonly Plant[] {
  const readOnly = (isList(root['readOnlyProperties']) ? root['readOnlyProperties'] : [])
    .map((pointer) => /^\/properties\/(\w+)$/.exec(String(scalarText(pointer)))?.[1])
    .filter((name) => name !== undefined);
  const place: Place = { root, path: [], put: (value) => (isObject(value) ? value : {}) };
  return [
    ...inValue(properties, root, place, 0),
    ...readOnly.map((name) => ({
      keyword: 'readOnly',
      path: [],
      name,
      properties: { ...properties, [name]: 'given' },
    })),
  ];
}

function resolved(node: Json | undefined, root: JsonObject): JsonObject {
  if (!isObject(node)) return {};
  const name = /^#\/definitions\/([^/]+)$/.exec(String(scalarText(node['$ref'] ?? '')))?.[1];
  const definitions = root['definitions'];
  if (name === undefined || !isObject(definitions)) return node;
  return { ...resolved(definitions[name], root), ...node };
}

function isFunction(value: Json): boolean {
  return isObject(value) && Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}

function inValue(value: Json, schema: Json | undefined, place: Place, depth: number): readonly Plant[] {
  if (isFunction(value) || depth > 8) return [];
  const node = resolved(schema, place.root);
  const own = (depth === 0 ? [] : wrongValues(value, node)).map(([keyword, wrong]) => ({
    keyword,
    path: place.path,
    properties: place.put(wrong),
  }));
  if (isList(value)) return [...own, ...inList(value, node, place, depth)];
  return isObject(value) ? [...own, ...inObject(value, node, place, depth)] : own;
}

function typesOf(node: JsonObject): readonly string[] {
  const type = node['type'];
  return isList(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
}

/** Values that break one keyword each. */
function wrongValues(value: Json | undefined, node: JsonObject): readonly (readonly [string, Json])[] {
  const types = typesOf(node);
  const found: (readonly [string, Json])[] = [];
  const only = types.length === 1 ? types[0] : undefined;
  if (only === 'string') found.push(...wrongText(value, node), ['type', { Unexpected: 'object' }]);
  if (only === 'integer' || only === 'number') {
    const { minimum, maximum } = node;
    if (typeof minimum === 'number') found.push(['minimum', minimum - 1]);
    if (typeof maximum === 'number' && maximum < 1e15) found.push(['maximum', maximum + 1]);
    found.push(['type', 'many']);
  }
  if (only === 'boolean') found.push(['type', 'perhaps']);
  if (only === 'array' || (only === 'object' && isObject(node['properties']))) found.push(['type', 'text']);
  return found;
}

function wrongText(value: Json | undefined, node: JsonObject): readonly (readonly [string, Json])[] {
  const found: (readonly [string, Json])[] = [];
  const { pattern, minLength, maxLength } = node;
  if (isList(node['enum'])) return [['enum', 'NoneOfThem']];
  const text = typeof value === 'string' && value !== '' ? value : 'a';
  const regex = typeof pattern === 'string' ? regexOf(pattern) : undefined;
  const least = typeof minLength === 'number' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : 1_000;
  const wrong = wrongTexts
    .map((each) => each.repeat(Math.max(1, Math.ceil(least / Math.max(1, each.length)))))
    .find((each) => each.length >= least && each.length <= most && regex?.test(each) === false);
  if (wrong !== undefined) found.push(['pattern', wrong]);
  if (least > 0) found.push(['minLength', '']);
  if (typeof maxLength === 'number' && maxLength <= 20_000) {
    found.push(['maxLength', text.repeat(Math.ceil((maxLength + 1) / text.length)).slice(0, maxLength + 1)]);
  }
  return found;
}

function regexOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, pattern.includes('\\p{') ? 'u' : '');
  } catch {
    return undefined;
  }
}

function inList(value: readonly Json[], node: JsonObject, place: Place, depth: number): readonly Plant[] {
  const found: Plant[] = [];
  const say = (keyword: string, wrong: Json): void => {
    found.push({ keyword, path: place.path, properties: place.put(wrong) });
  };
  const { minItems, maxItems, uniqueItems, items } = node;
  const [first] = value;
  if (typeof minItems === 'number' && minItems > 0) say('minItems', []);
  if (first !== undefined && !isFunction(first)) {
    if (uniqueItems === true) say('uniqueItems', [first, ...value]);
    if (typeof maxItems === 'number' && maxItems <= 500)
      say(
        'maxItems',
        Array.from({ length: maxItems + 1 }, () => first),
      );
  }
  value.forEach((element, index) => {
    const inner: Place = {
      root: place.root,
      path: [...place.path, String(index)],
      put: (wrong) => place.put(value.map((each, at) => (at === index ? wrong : each))),
    };
    found.push(...inValue(element, items, inner, depth + 1));
  });
  return found;
}

function inObject(value: JsonObject, node: JsonObject, place: Place, depth: number): readonly Plant[] {
  const found: Plant[] = [];
  const known = isObject(node['properties']) ? node['properties'] : {};
  const without = (...names: readonly string[]): JsonObject =>
    place.put(Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))));
  for (const name of isList(node['required']) ? node['required'].map(String) : []) {
    if (Object.hasOwn(value, name))
      found.push({ keyword: 'required', path: place.path, name, properties: without(name) });
  }
  if (node['additionalProperties'] === false && Object.keys(known).length > 0) {
    const name = `${Object.keys(known)[0] ?? ''}Extra`;
    found.push({
      keyword: 'additionalProperties',
      path: place.path,
      name,
      properties: place.put({ ...value, [name]: 'x' }),
    });
  }
  found.push(...choices(value, node, place, without), ...dependents(value, node, place, without));
  for (const [name, child] of Object.entries(known)) {
    const inner: Place = {
      root: place.root,
      path: [...place.path, name],
      put: (wrong) => place.put({ ...value, [name]: wrong }),
    };
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given !== undefined) found.push(...inValue(given, child, inner, depth + 1));
    else if (!isReadOnly(place, name)) {
      for (const [keyword, wrong] of wrongValues(undefined, resolved(child, place.root))) {
        found.push({ keyword, path: inner.path, properties: inner.put(wrong) });
      }
    }
  }
  return found;
}

function isReadOnly({ root, path }: Place, name: string): boolean {
  const list = isList(root['readOnlyProperties']) ? root['readOnlyProperties'] : [];
  return path.length === 0 && list.includes(`/properties/${name}`);
}

type Without = (...names: readonly string[]) => JsonObject;

/** None of the alternatives of oneOf and anyOf, and for oneOf two of them. */
function choices(value: JsonObject, node: JsonObject, place: Place, without: Without): readonly Plant[] {
  const found: Plant[] = [];
  const known = isObject(node['properties']) ? node['properties'] : {};
  for (const keyword of ['oneOf', 'anyOf']) {
    const list = node[keyword];
    if (!isList(list) || !list.every((each) => isObject(each) && Object.keys(each).join() === 'required')) continue;
    const names = list.map((each) => (isObject(each) && isList(each['required']) ? each['required'].map(String) : []));
    const all = [...new Set(names.flat())];
    if (all.some((name) => Object.hasOwn(value, name))) {
      found.push({ keyword: `${keyword} none`, path: place.path, properties: without(...all) });
    }
    const other =
      keyword === 'oneOf' ? names.find((each) => each.every((name) => !Object.hasOwn(value, name))) : undefined;
    const given = names.some((each) => each.every((name) => Object.hasOwn(value, name)));
    if (other === undefined || !given) continue;
    const more = Object.fromEntries(other.map((name) => [name, sample(known[name], place.root, 0)]));
    found.push({ keyword: 'oneOf both', path: place.path, properties: place.put({ ...value, ...more }) });
  }
  return found;
}

function dependents(value: JsonObject, node: JsonObject, place: Place, without: Without): readonly Plant[] {
  const rules = { ...(isObject(node['dependentRequired']) ? node['dependentRequired'] : {}) };
  return Object.entries(rules).flatMap(([name, others]) =>
    Object.hasOwn(value, name) && isList(others)
      ? others
          .map(String)
          .filter((other) => Object.hasOwn(value, other))
          .map((other) => ({
            keyword: 'dependentRequired',
            path: place.path,
            name: other,
            properties: without(other),
          }))
      : [],
  );
}

/** Some value of a schema. */
function sample(schema: Json | undefined, root: JsonObject, depth: number): Json {
  const node = resolved(schema, root);
  if (isList(node['enum'])) return node['enum'][0] ?? '';
  const [type] = typesOf(node);
  if (type === 'integer' || type === 'number') return typeof node['minimum'] === 'number' ? node['minimum'] : 1;
  if (type === 'boolean') return true;
  if (type === 'array') return depth > 3 ? [] : [sample(node['items'], root, depth + 1)];
  if (type !== 'object') return 'a'.repeat(typeof node['minLength'] === 'number' ? Math.max(1, node['minLength']) : 1);
  const properties = isObject(node['properties']) ? node['properties'] : {};
  const required = isList(node['required']) ? node['required'].map(String) : [];
  return depth > 3 ? {} : Object.fromEntries(required.map((name) => [name, sample(properties[name], root, depth + 1)]));
}
