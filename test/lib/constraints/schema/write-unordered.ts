import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { isList, isObject, tryParseJson } from '../../../../lib/constraints/json';

/*
 * Writes lib/constraints/schema/unordered/rows.json: the lists of each type whose schema says `insertionOrder: false`, from
 * the schemas that the Python package cfn-lint ships (MIT-0). Lists of tags are left out: every one of them is a set. Run by
 * hand after a change of version:
 *
 *   node --require ./bin/typescript.js test/lib/constraints/schema/write-unordered.ts SITE-PACKAGES/cfnlint/data/schemas VERSION
 */
const [folder = '', version = ''] = process.argv.slice(2);
const home = 'us-east-1';

function readJson(...file: readonly string[]): JsonObject {
  const value = tryParseJson(readFileSync(path.join(folder, ...file), 'utf8'));
  return isObject(value) ? value : {};
}

function member(value: Json | undefined, key: string): JsonObject {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

/** Paths of the lists without order below a schema, list positions left out. */
function unordered(
  schema: Json | undefined,
  definitions: JsonObject,
  at: readonly string[],
  seen: readonly string[],
): string[] {
  if (!isObject(schema)) return [];
  const reference = schema['$ref'];
  const name = typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
  const found = schema['insertionOrder'] === false && at.length > 0 && at.at(-1) !== 'Tags' ? [at.join('.')] : [];
  if (name !== undefined && !seen.includes(name)) {
    found.push(...unordered(definitions[name], definitions, at, [...seen, name]));
  }
  for (const [key, child] of Object.entries(member(schema, 'properties'))) {
    found.push(...unordered(child, definitions, [...at, key], seen));
  }
  found.push(...unordered(schema['items'], definitions, at, seen));
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    const each = schema[keyword];
    if (isList(each)) found.push(...each.flatMap((one) => unordered(one, definitions, at, seen)));
  }
  return found;
}

const types: Record<string, readonly string[]> = {};
for (const [type, file] of Object.entries(readJson('providers', `${home}.json`))) {
  if (!type.startsWith('AWS::') || typeof file !== 'string') continue;
  const schema = readJson('resources', `${file.replace(/\.json$/, '')}.json`);
  const answers = isList(schema['readOnlyProperties']) ? schema['readOnlyProperties'] : [];
  const readOnly = new Set(
    answers.filter((each) => typeof each === 'string').map((each) => each.replace('/properties/', '').split('/')[0]),
  );
  const found = unordered({ properties: member(schema, 'properties') }, member(schema, 'definitions'), [], []);
  const paths = [...new Set(found)].filter((each) => !readOnly.has(each.split('.')[0]));
  if (paths.length > 0) types[type] = paths.toSorted();
}
const source = 'CloudFormation registry schemas as cfn-lint ships them (pypi.org/project/cfn-lint, MIT-0)';
const rows = { source, version, asOf: '2026-10-20', types };
writeFileSync(
  path.join(__dirname, '../../../../lib/constraints/schema/unordered/rows.json'),
  `${JSON.stringify(rows)}\n`,
);
