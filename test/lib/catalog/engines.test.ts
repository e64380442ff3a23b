import fs from 'node:fs';
import path from 'node:path';
import type { ServingEngine } from '../../../lib/catalog';
import { catalog } from '../../../lib/catalog';
import { unknownArguments } from '../../helpers/engine-arguments';

/*
 * Judges: the argument parsers that the projects publish. Each file in test/fixtures/engines has every long argument of
 * one version, read from its wheel or its source.
 */
const folder = path.join(__dirname, '../../fixtures/engines');

function published({ engine, version, wraps }: ServingEngine): readonly string[] {
  const inside = wraps ?? { engine, version };
  const file = path.join(folder, `${inside.engine}-${inside.version}.json`);
  const list: { readonly arguments: readonly string[] } = JSON.parse(fs.readFileSync(file, 'utf8')) as never;
  return list.arguments;
}

test.each(catalog.engines.map((row) => [`${row.engine} ${row.version}`, row] as const))(
  '%s knows every argument that the kit writes for it',
  (_name, row) => {
    expect(unknownArguments(row, published(row))).toEqual([]);
    expect(Object.keys(row.arguments)).toEqual(expect.arrayContaining(['model', 'tensorParallel', 'maxModelLen']));
  },
);

test('an argument that a version does not know is found', () => {
  const [row] = catalog.engines;
  if (row === undefined) throw new Error('the catalogue has no engine');
  const wrong: ServingEngine = { ...row, arguments: { ...row.arguments, maxModelLen: 'max-model-length' } };
  expect(unknownArguments(wrong, published(row))).toEqual(['max-model-length']);
});

test('every engine is there in several versions, first the one that an estimate is for', () => {
  const versions = (engine: string) => catalog.engines.filter((row) => row.engine === engine).map((row) => row.version);
  expect(versions('vllm')).toEqual(['0.27.1', '0.19.1', '0.31.0', '0.33.0']);
  expect(versions('sglang').length).toBeGreaterThan(1);
  expect([...versions('tgi'), ...versions('nim')]).toEqual(['3.3.7', '3.3.6', '2.0.9', '2.0.4']);
});
