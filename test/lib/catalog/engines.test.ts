import type { ServingEngine } from '../../../lib/catalog';
import { catalog } from '../../../lib/catalog';
import { sageMakerEnvironment } from '../../../lib/plan/endpoint/serving';
import { unknownArguments } from '../../helpers/engine-arguments';
import { publishedLists } from '../../helpers/published-lists';
import { size } from '../../helpers/sized-endpoint';

/*
 * Judges: the argument parsers and the variables that the projects publish, read from their wheels and sources.
 */
const rows = catalog.engines.map((row) => [`${row.engine} ${row.version}`, row] as const);

function published({ engine, version, wraps }: ServingEngine) {
  const inside = wraps ?? { engine, version };
  return publishedLists(inside.engine, inside.version);
}

test.each(rows)('%s knows every argument that the kit writes for it', (_name, row) => {
  expect(unknownArguments(row, published(row).arguments)).toEqual([]);
  expect(Object.keys(row.arguments)).toEqual(expect.arrayContaining(['model', 'tensorParallel', 'maxModelLen']));
});

test('an argument that a version does not know is found', () => {
  const [row] = catalog.engines;
  if (row === undefined) throw new Error('the catalogue has no engine');
  const wrong: ServingEngine = { ...row, arguments: { ...row.arguments, maxModelLen: 'max-model-length' } };
  expect(unknownArguments(wrong, published(row).arguments)).toEqual(['max-model-length']);
});

const onAws = rows.flatMap(([name, row]) => (row.aws === undefined ? [] : [[name, row, row.aws] as const]));
const { variables: ofTheHub } = publishedLists('huggingface-hub', '2.4.0');
const adapters = { modules: [{ name: 'legal', path: 'adapters/legal' }], rank: 16 };

test.each(onAws)('%s reads every variable that the kit writes on AWS', (_name, row, image) => {
  const lists = published(row);
  const { prefix = '' } = image.variables;
  const ofArguments = lists.arguments.map((name) => `${prefix}${name.replaceAll('-', '_').toUpperCase()}`);
  const known = new Set([...ofArguments, ...lists.variables, ...ofTheHub]);
  const full = size({ expertParallel: true, adapters });
  const written = Object.keys(sageMakerEnvironment(row, image, 'chat', full).value);
  expect(written.filter((name) => !known.has(name))).toEqual([]);
  expect(written.length).toBeGreaterThan(10);
});

test('every engine is there in several versions, first the one that an estimate is for', () => {
  const versions = (engine: string) => catalog.engines.filter((row) => row.engine === engine).map((row) => row.version);
  expect(versions('vllm')).toEqual(['0.27.1', '0.19.1', '0.31.0', '0.33.0']);
  expect(versions('sglang').length).toBeGreaterThan(1);
  expect([...versions('tgi'), ...versions('nim')]).toEqual(['3.3.7', '3.3.6', '2.0.9', '2.0.4']);
});
