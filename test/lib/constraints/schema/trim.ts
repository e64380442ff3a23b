import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { isList, isObject } from '../../../../lib/constraints/json';

/** Keywords that are copied as they are. */
const plain = [
  'const',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'uniqueKeys',
  'enumCaseInsensitive',
  'requiredXor',
  'requiredOr',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'dependentExcluded',
];
const combinators = ['oneOf', 'anyOf', 'allOf'];
const conditionals = ['not', 'if', 'then', 'else'];

/** What the other source already says about the place of a node. */
export interface Said {
  /** Whether it lists the values. */
  readonly values: boolean;
  property(name: string): Said;
  readonly element: Said;
}

/** Takes out of a published schema what rows keep. */
export class Trimmer {
  private readonly whole = new Map<string, Json>();

  constructor(
    private readonly schema: JsonObject,
    private readonly keepPattern: (pattern: string) => boolean,
    private readonly definitionSaid: (name: string) => Said,
  ) {}

  /** The row of the type, or undefined where nothing is left. */
  row(said: Said): JsonObject | undefined {
    let definitions: Record<string, Json> = {};
    for (const [name, node] of Object.entries(members(this.schema['definitions']))) {
      definitions[name] = this.part(node, this.definitionSaid(name)) ?? {};
    }
    let schema = this.part({ ...this.schema, properties: this.writable() }, said) ?? {};
    // References to definitions that say nothing go, until none is left.
    for (;;) {
      const empty = new Set(Object.keys(definitions).filter((name) => size(definitions[name]) === 0));
      if (empty.size === 0) break;
      const left = Object.entries(definitions).filter(([name]) => !empty.has(name));
      definitions = Object.fromEntries(left.map(([name, node]) => [name, without(node, empty) ?? {}]));
      schema = without(schema, empty) ?? {};
    }
    if (size(schema) === 0) return undefined;
    return inlined(schema, { ...definitions, ...Object.fromEntries(this.whole) });
  }

  /** The properties that a template may give. */
  private writable(): JsonObject {
    const given = this.schema['readOnlyProperties'];
    const readOnly = new Set(isList(given) ? given : []);
    const own = Object.entries(members(this.schema['properties']));
    return Object.fromEntries(own.filter(([name]) => !readOnly.has(`/properties/${name}`)));
  }

  /** What a node says beyond types, names and required properties. */
  private part(node: Json, said: Said): JsonObject | undefined {
    if (!isObject(node)) return undefined;
    const kept: Record<string, Json> = this.shared(node);
    if (node['enum'] !== undefined && !said.values) kept['enum'] = node['enum'];
    const reference = refName(node);
    if (reference !== undefined) kept['$ref'] = reference;
    const items = this.part(itemsOf(node), said.element);
    if (items !== undefined) kept['items'] = items;
    const properties: Record<string, Json> = {};
    for (const [name, child] of Object.entries(node['type'] === 'array' ? {} : members(node['properties']))) {
      const trimmed = this.part(child, said.property(name));
      if (trimmed !== undefined) properties[name] = trimmed;
    }
    if (size(properties) > 0) kept['properties'] = properties;
    if (node['properties'] === undefined && isObject(node['patternProperties'])) {
      const patterns = Object.entries(node['patternProperties']);
      if (patterns.every(([pattern]) => this.keepPattern(pattern))) {
        kept['patternProperties'] = Object.fromEntries(
          patterns.map(([pattern, child]) => [pattern, this.part(child, said.element) ?? {}]),
        );
        if (node['additionalProperties'] === false) kept['additionalProperties'] = false;
      }
    }
    return size(kept) === 0 ? undefined : kept;
  }

  private shared(node: JsonObject): Record<string, Json> {
    const kept: Record<string, Json> = {};
    for (const keyword of plain) {
      const value = node[keyword];
      const idle = value === false || (value === 0 && /^min(?:Length|Items|Properties)$/.test(keyword));
      if (value === undefined || idle) continue;
      if (keyword === 'pattern' && !(typeof value === 'string' && this.keepPattern(value))) continue;
      kept[keyword] = value;
    }
    if (isObject(node['dependencies'])) {
      const lists = Object.entries(node['dependencies']).filter(([, value]) => Array.isArray(value));
      if (lists.length > 0)
        kept['dependentRequired'] = { ...members(kept['dependentRequired']), ...Object.fromEntries(lists) };
    }
    for (const keyword of combinators) {
      const list = node[keyword];
      if (!Array.isArray(list)) continue;
      const all = list.map((child: Json) => this.full(child));
      // A subschema of which nothing is left accepts everything.
      const idle =
        keyword === 'allOf' ? all.every((child) => size(child) === 0) : all.some((child) => size(child) === 0);
      if (!idle) kept[keyword] = all;
    }
    const prefix = node['prefixItems'];
    if (isList(prefix)) kept['prefixItems'] = prefix.map((child) => this.full(child));
    for (const keyword of conditionals) {
      if (isObject(node[keyword])) kept[keyword] = this.full(node[keyword]);
    }
    return kept;
  }

  /** A node with everything that decides whether a value fits. */
  private full(node: Json): JsonObject {
    if (!isObject(node)) return {};
    const kept = this.shared(node);
    for (const keyword of ['type', 'enum', 'required']) {
      const value = node[keyword];
      if (value !== undefined) kept[keyword] = value;
    }
    if (node['additionalProperties'] === false) kept['additionalProperties'] = false;
    for (const keyword of ['properties', 'patternProperties']) {
      if (!isObject(node[keyword]) || node['type'] === 'array') continue;
      const entries = Object.entries(node[keyword]).map(([name, child]): [string, Json] => [name, this.full(child)]);
      kept[keyword] = Object.fromEntries(entries);
    }
    const items = itemsOf(node);
    if (items !== null) kept['items'] = this.full(items);
    const reference = refName(node);
    if (reference !== undefined) {
      kept['$ref'] = `=${reference}`;
      if (!this.whole.has(`=${reference}`)) {
        this.whole.set(`=${reference}`, {});
        this.whole.set(`=${reference}`, this.full(members(this.schema['definitions'])[reference] ?? null));
      }
    }
    return kept;
  }
}

/** What is said of the elements of a list; some patches of cfn-lint say it of the list itself. */
function itemsOf(node: JsonObject): Json {
  const items = node['items'];
  if (node['type'] !== 'array' || !isObject(node['properties'])) return items ?? null;
  const own = members(items);
  const properties = { ...members(own['properties']) };
  for (const [name, child] of Object.entries(node['properties'])) {
    properties[name] = { ...members(properties[name]), ...members(child) };
  }
  return { ...own, properties };
}

function refName(node: JsonObject): string | undefined {
  const reference = node['$ref'];
  return typeof reference === 'string' ? /^#\/definitions\/([^/]+)$/.exec(reference)?.[1] : undefined;
}

function members(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function size(value: Json | undefined): number {
  return isObject(value) ? Object.keys(value).length : 0;
}

/** A node without references to some definitions; undefined where nothing is left. */
function without(node: Json | undefined, gone: ReadonlySet<string>): JsonObject | undefined {
  if (!isObject(node)) return undefined;
  const kept: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(node)) {
    if (keyword === '$ref' && typeof value === 'string' && gone.has(value)) continue;
    if (keyword === 'items') {
      const items = without(value, gone);
      if (items !== undefined) kept['items'] = items;
    } else if (keyword === 'properties') {
      const entries = Object.entries(members(value)).flatMap(([name, child]): [string, Json][] => {
        const left = without(child, gone);
        return left === undefined ? [] : [[name, left]];
      });
      if (entries.length > 0) kept[keyword] = Object.fromEntries(entries);
    } else if (keyword === 'patternProperties') {
      const entries = Object.entries(members(value)).map(([name, child]): [string, Json] => [
        name,
        without(child, gone) ?? {},
      ]);
      kept[keyword] = Object.fromEntries(entries);
    } else kept[keyword] = value;
  }
  return size(kept) === 0 ? undefined : kept;
}

/** A row in which a definition with a single use stands where it is used. */
function inlined(schema: JsonObject, definitions: JsonObject): JsonObject {
  const uses = new Map<string, number>();
  count(schema, definitions, uses);
  const place = (node: Json): Json => {
    if (Array.isArray(node)) return node.map((child: Json) => place(child));
    if (!isObject(node)) return node;
    const { $ref: reference, ...rest } = node;
    const own = Object.fromEntries(Object.entries(rest).map(([name, child]) => [name, place(child)]));
    if (typeof reference !== 'string') return reference === undefined ? own : { $ref: place(reference), ...own };
    const definition = definitions[reference] ?? {};
    const clash = isObject(definition) && Object.keys(definition).some((keyword) => Object.hasOwn(own, keyword));
    if (uses.get(reference) !== 1 || clash) {
      uses.set(reference, 2);
      return { $ref: reference, ...own };
    }
    return { ...own, ...members(place(definition)) };
  };
  const root = place(schema);
  const kept: Record<string, Json> = {};
  for (;;) {
    const left = Object.keys(definitions).filter((name) => uses.get(name) === 2 && kept[name] === undefined);
    if (left.length === 0) break;
    for (const name of left) kept[name] = place(definitions[name] ?? {});
  }
  return { schema: root, ...(size(kept) === 0 ? {} : { definitions: kept }) };
}

/** Counts the references to each definition, at most two. */
function count(node: Json, definitions: JsonObject, uses: Map<string, number>): void {
  if (Array.isArray(node)) for (const child of node) count(child as Json, definitions, uses);
  if (!isObject(node)) return;
  const reference = node['$ref'];
  if (typeof reference === 'string') {
    const before = uses.get(reference) ?? 0;
    uses.set(reference, Math.min(2, before + 1));
    if (before === 0) count(definitions[reference] ?? {}, definitions, uses);
  }
  for (const child of Object.values(node)) count(child, definitions, uses);
}
