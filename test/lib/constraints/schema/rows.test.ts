import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '../../../../lib/constraints/json';
import { isList, isObject } from '../../../../lib/constraints/json';
import { regexOf } from '../../../../lib/constraints/schema/pattern';
import type { ServiceRows } from '../../../../lib/constraints/schema/rows';
import { readRows, rowOf, serviceOf } from '../../../../lib/constraints/schema/rows';

const folder = path.join(__dirname, '../../../../lib/constraints/schema/rows');
const names = readdirSync(folder).map((file) => file.replace('.json', ''));
const services = names.filter((name) => name !== '-regions');

/** Every value of a keyword within a schema. */
function valuesOf(node: Json, keyword: string): readonly Json[] {
  if (isList(node)) return node.flatMap((child) => valuesOf(child, keyword));
  if (!isObject(node)) return [];
  const own = node[keyword];
  return [...(own === undefined ? [] : [own]), ...Object.values(node).flatMap((child) => valuesOf(child, keyword))];
}

test('every row says its source, and what it refers to exists', () => {
  const broken: string[] = [];
  for (const service of services) {
    const rows = readRows(service) as ServiceRows;
    expect(rows.version).not.toBe('');
    expect(rows.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const type of Object.keys(rows.types)) {
      const row = rowOf(type);
      const json = JSON.parse(JSON.stringify(row ?? {})) as Json;
      const unknown = valuesOf(json, '$ref').filter(
        (name) => typeof name === 'string' && row?.definitions[name] === undefined,
      );
      const unread = valuesOf(json, 'pattern').filter(
        (text) => typeof text === 'string' && regexOf(text) === undefined,
      );
      broken.push(...[...unknown, ...unread].map((what) => `${type} ${JSON.stringify(what)}`));
    }
  }
  expect(broken).toEqual([]);
});

test('the rows of all services stay below 2.5 MB', () => {
  const bytes = names.reduce((sum, name) => sum + JSON.stringify(readRows(name)).length, 0);
  expect(bytes).toBeLessThan(2_500_000);
});

test.each([
  ['AWS::SageMaker::Model', 'sagemaker'],
  ['Custom::Thing', undefined],
  ['AWS::../secrets::Model', undefined],
  ['AWS::S3', undefined],
  ['AWS::S3::Bucket::MODULE', undefined],
])('the file of %s is %s', (type, service) => {
  expect(serviceOf(type)).toBe(service);
});

test('a type without row, and a name of an object prototype, have no row', () => {
  expect(rowOf('AWS::Nothing::Thing')).toBeUndefined();
  expect(rowOf('AWS::S3::constructor')).toBeUndefined();
});
