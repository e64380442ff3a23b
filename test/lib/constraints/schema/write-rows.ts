import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { TypeDefinition } from '@aws-cdk/service-spec-types';
import type { Property, PropertyType, Resource } from '@aws-cdk/service-spec-types';
import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { isObject, scalarText, tryParseJson } from '../../../../lib/constraints/json';
import { regexOf } from '../../../../lib/constraints/schema/pattern';
import { serviceOf } from '../../../../lib/constraints/schema/rows';
import type { Said } from './trim';
import { Trimmer } from './trim';

/*
 * Writes lib/constraints/schema/rows from the schemas that the Python package cfn-lint ships (MIT-0): those of the
 * CloudFormation registry, with the patches of cfn-lint from the API models. Run by hand after a change of version:
 *
 *   node --require ./bin/typescript.js test/lib/constraints/schema/write-rows.ts SITE-PACKAGES/cfnlint/data/schemas VERSION
 */
const [folder = '', version = ''] = process.argv.slice(2);
const target = path.join(__dirname, '../../../../lib/constraints/schema/rows');
const home = 'us-east-1';

function readJson(...file: readonly string[]): JsonObject {
  const value = tryParseJson(readFileSync(path.join(folder, ...file), 'utf8'));
  return isObject(value) ? value : {};
}

const kept = new Map<string, boolean>();
const skipped = { unread: [] as string[], slow: [] as string[] };
const attacks = ['a', '0', 'a1', 'a-', '-', '/', 'a/', ' ', 'a.', '.', ':', 'arn:aws:', '_'].map((unit) =>
  unit.repeat(Math.ceil(2000 / unit.length)),
);

/** Whether JavaScript reads a pattern, and in a time that does not grow out of hand on hostile text. */
function keepPattern(pattern: string): boolean {
  const known = kept.get(pattern);
  if (known !== undefined) return known;
  const regex = regexOf(pattern);
  const fast = regex !== undefined && attacks.every((text) => isFast(regex, text));
  kept.set(pattern, fast);
  if (regex === undefined) skipped.unread.push(pattern);
  else if (!fast) skipped.slow.push(pattern);
  return fast;
}

function isFast(regex: RegExp, text: string): boolean {
  try {
    runInContext('regex.test(text)', createContext({ regex, text: `${text}\n` }), { timeout: 500 });
    return true;
  } catch {
    return false;
  }
}

const spec = loadAwsServiceSpecSync();

const nothing: Said = {
  values: false,
  property: () => nothing,
  get element() {
    return nothing;
  },
};

function saidOf(type: PropertyType | undefined, properties: Readonly<Record<string, Property>> = {}): Said {
  return {
    values: type !== undefined && 'allowedValues' in type && (type.allowedValues ?? []).length > 0,
    property: (name) => (Object.hasOwn(properties, name) ? saidOf(properties[name]?.type) : nothing),
    get element() {
      return type !== undefined && 'element' in type ? saidOf(type.element) : nothing;
    },
  };
}

function trimmerOf(type: string, schema: JsonObject): JsonObject | undefined {
  const found = spec.lookup('resource', 'cloudFormationType', 'equals', type);
  const resource: Resource | undefined = found.length === 0 ? undefined : found[0];
  if (resource === undefined) return undefined;
  const definitions = new Map<string, TypeDefinition>();
  for (const { entity } of spec.follow('usesType', resource)) definitions.set(entity.name, entity);
  const trimmer = new Trimmer(schema, keepPattern, (name) => saidOf(undefined, definitions.get(name)?.properties));
  return trimmer.row(saidOf(undefined, resource.properties));
}

function main(): void {
  const files = readdirSync(path.join(folder, 'providers')).filter((file) => /^[a-z]+(-[a-z]+)+-\d\.json$/.test(file));
  const providers = new Map(files.map((file) => [file.replace('.json', ''), readJson('providers', file)]));
  const asOf = (scalarText(readJson('version.json')['schema_date']) ?? '').slice(0, 10);
  const head = {
    source: 'CloudFormation registry schemas as cfn-lint ships them (pypi.org/project/cfn-lint, MIT-0)',
    version,
    asOf,
  };
  const hashes = new Map([...providers.values()].flatMap((provider) => Object.entries(provider)));
  const services = new Map<string, Record<string, Json>>();
  for (const [type, hash] of [...hashes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const service = serviceOf(type);
    const row = service === undefined ? undefined : trimmerOf(type, readJson('resources', `${scalarText(hash)}.json`));
    if (service === undefined || row === undefined) continue;
    const types = services.get(service) ?? {};
    types[type] = row;
    services.set(service, types);
  }
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [service, types] of services) {
    writeFileSync(path.join(target, `${service}.json`), `${JSON.stringify({ ...head, ...shared(types) })}\n`);
  }
  writeFileSync(path.join(target, '-regions.json'), `${JSON.stringify({ ...head, ...regionRows(providers) })}\n`);
  const lost = `${skipped.unread.length} patterns that JavaScript cannot read, ${skipped.slow.length} slow ones`;
  process.stdout.write(`${services.size} services, ${kept.size} patterns, without ${lost}\n`);
  for (const [why, patterns] of Object.entries(skipped))
    for (const pattern of patterns) process.stdout.write(`${why} ${pattern}\n`);
}

/** The rows of a service, in which definitions that several types have alike are written once. */
function shared(types: Readonly<Record<string, Json>>): JsonObject {
  const texts = new Map<string, Map<string, number>>();
  const of = (row: Json): readonly [string, Json][] =>
    Object.entries(isObject(row) && isObject(row['definitions']) ? row['definitions'] : {});
  for (const [name, definition] of Object.values(types).flatMap(of)) {
    const known = texts.get(name) ?? new Map<string, number>();
    const text = JSON.stringify(definition);
    texts.set(name, known.set(text, (known.get(text) ?? 0) + 1));
  }
  const definitions: Record<string, Json> = {};
  for (const [name, known] of texts) {
    const [text, uses] = [...known].reduce((best, next) => (next[1] > best[1] ? next : best));
    if (uses > 1) definitions[name] = tryParseJson(text) ?? {};
  }
  const rows = Object.entries(types).map(([type, row]): [string, Json] => {
    const own = of(row).filter(
      ([name, definition]) => JSON.stringify(definition) !== JSON.stringify(definitions[name]),
    );
    const schema = isObject(row) ? (row['schema'] ?? {}) : {};
    return [type, own.length === 0 ? { schema } : { schema, definitions: Object.fromEntries(own) }];
  });
  return { ...(Object.keys(definitions).length === 0 ? {} : { definitions }), types: Object.fromEntries(rows) };
}

/** Which types a region lacks; a region whose list is that of the first one has no list of its own. */
function regionRows(providers: ReadonlyMap<string, JsonObject>): JsonObject {
  const all = Object.keys(providers.get(home) ?? {}).length;
  const regions = [...providers].filter(([name, list]) => name === home || Object.keys(list).length !== all);
  const groups = new Map<string, string[]>();
  for (const type of new Set(regions.flatMap(([, list]) => Object.keys(list)))) {
    const places = regions.flatMap(([, list], place) => (Object.hasOwn(list, type) ? [] : [place])).join(' ');
    groups.set(places, [...(groups.get(places) ?? []), type]);
  }
  const missing = [...groups].map(([places, types]) => [places, types.toSorted().join(' ')] as const);
  return { regions: regions.map(([name]) => name), missing: Object.fromEntries(missing) };
}

main();
