import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import type { Json, JsonObject } from '../../lib/constraints/json';
import { isObject, scalarText, tryParseJson } from '../../lib/constraints/json';
import { randomNumbers } from '../prove/random-numbers';
import { creations, inputSchema } from './api-model';
import type { Base } from './bases';
import { bases } from './bases';
import type { Outcome } from './judge';
import { judge } from './judge';
import type { Plant } from './plant';
import { plants } from './plant';

/*
 * Plants single faults by published schemas and by API models, and counts how they are received. By hand:
 *
 *   node --require ./bin/typescript.js bench/constraints/run.ts SITE-PACKAGES TEMPLATES...
 *
 * SITE-PACKAGES is a folder of Python packages with cfn-lint and botocore; TEMPLATES are folders of valid templates, the
 * synthesized platform among them.
 */
const [packages = '', ...folders] = process.argv.slice(2);
const seed = 20_261_130;
/** Faults of one class: a keyword in a resource type. */
const perClass = 6;

type Tally = Record<Outcome, number>;

/** A fault with the type that it is planted into. */
export interface Case extends Plant {
  readonly type: string;
  readonly source: 'schema' | 'API model';
}

function readJson(file: string): JsonObject {
  const bytes = readFileSync(file);
  const value = tryParseJson((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  return isObject(value) ? value : {};
}

const schemaFolder = path.join(packages, 'cfnlint/data/schemas');
const hashes = readJson(path.join(schemaFolder, 'providers/us-east-1.json'));

function typeSchema(type: string): JsonObject | undefined {
  const hash = scalarText(hashes[type]);
  return hash === undefined ? undefined : readJson(path.join(schemaFolder, 'resources', `${hash}.json`));
}

function apiSchema(type: string, schema: JsonObject): JsonObject | undefined {
  const creation = creations.find((each) => each.type === type);
  if (creation === undefined) return undefined;
  const folder = path.join(packages, 'botocore/data', creation.service);
  const latest = readdirSync(folder).toSorted().at(-1) ?? '';
  const file = readdirSync(path.join(folder, latest)).find((name) => name.startsWith('service-2.json')) ?? '';
  return inputSchema(readJson(path.join(folder, latest, file)), creation.operation, schema);
}

function casesOf(all: readonly Base[]): readonly Case[] {
  return all.flatMap(({ type, properties }) => {
    const schema = typeSchema(type);
    if (schema === undefined) return [];
    const api = apiSchema(type, schema);
    const own = plants(properties, schema).map((plant): Case => ({ ...plant, type, source: 'schema' }));
    // CloudFormation gives a resource the name that the API requires.
    const isName = ({ keyword, path: at, name }: Plant): boolean =>
      keyword === 'required' && at.length === 0 && (name ?? '').endsWith('Name');
    const more = api === undefined ? [] : plants(properties, api).filter((plant) => !isName(plant));
    return [...own, ...more.map((plant): Case => ({ ...plant, type, source: 'API model' }))];
  });
}

/** Some faults of every class, chosen by the seed, no place twice. */
function drawn(all: readonly Case[]): readonly Case[] {
  const next = randomNumbers(seed);
  const classes = new Map<string, Map<string, Case>>();
  for (const one of all) {
    const key = `${one.source}|${one.type}|${one.keyword}`;
    const places = classes.get(key) ?? new Map<string, Case>();
    places.set([...one.path, one.name ?? ''].join('/').replaceAll(/\/\d+/g, '/n'), one);
    classes.set(key, places);
  }
  return [...classes.values()].flatMap((places) =>
    [...places.values()]
      .map((one) => ({ one, order: next() }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, perClass)
      .map(({ one }) => one),
  );
}

/** A few small cases of every kind, for the unit tests. */
function sampleOf(cases: readonly Case[]): readonly Case[] {
  const small = cases.filter(({ properties }) => JSON.stringify(properties).length < 600);
  const taken = new Map<string, number>();
  return small.filter(({ source, keyword, type }) => {
    const key = `${source} ${keyword}`;
    const before = taken.get(key) ?? 0;
    const enough = before >= 6 || taken.has(`${key} ${type}`);
    if (!enough) taken.set(key, before + 1).set(`${key} ${type}`, 1);
    return !enough;
  });
}

function serviceOf(type: string): string {
  return type.split('::')[1] ?? '';
}

async function main(): Promise<void> {
  const all = bases(folders);
  const cases = drawn(casesOf(all));
  const totals: Record<string, Tally> = {};
  const classes: Record<string, Tally> = {};
  const accepted: string[] = [];
  const elsewhere: string[] = [];
  const add = (into: Record<string, Tally>, key: string, outcome: Outcome): void => {
    const tally = (into[key] ??= { 'right reason': 0, 'wrong reason': 0, accepted: 0 });
    tally[outcome] += 1;
  };
  for (const one of cases) {
    const base = all.find((each) => each.type === one.type);
    if (base === undefined) continue;
    const { outcome, said } = judge(one.type, one, base);
    add(totals, one.source, outcome);
    add(classes, `${one.source}: ${one.keyword} × ${serviceOf(one.type)}`, outcome);
    const line = `${one.source} ${one.type} ${[...one.path, one.name ?? ''].join('.')} ${one.keyword}`;
    if (outcome === 'accepted') accepted.push(line);
    if (outcome === 'wrong reason') elsewhere.push(`${line}: ${said}`);
  }
  const file = path.join(__dirname, 'results.json');
  const report: Json = {
    command: 'node --require ./bin/typescript.js bench/constraints/run.ts SITE-PACKAGES cdk.out TEMPLATES',
    seed,
    bases: all.length,
    types: new Set(cases.map(({ type }) => type)).size,
    faults: cases.length,
    classCount: Object.keys(classes).length,
    totals,
    accepted: accepted.toSorted(),
    wrongReason: elsewhere.toSorted(),
    classes: Object.fromEntries(Object.entries(classes).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  const style = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(report), { ...style, filepath: file }));
  writeFileSync(path.join(__dirname, 'sample.json'), `${JSON.stringify(sampleOf(cases))}\n`);
  console.log(JSON.stringify(totals), Object.keys(classes).length, 'classes');
}

void main();
