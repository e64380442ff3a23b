import { hostImages } from '../../catalog/rows/host-images';
import type { Catalog, EngineName, ServingEngine, VariableGrammar } from '../../catalog/types';
import type { CatalogSpec, EngineRow, Issue } from '../../platform';
import { unknownInCatalog } from './unknown-in-catalog';
import type { Merged } from './user-offers';

/**
 * Adds engine versions of a config. A row takes the names of arguments and variables from the version it names, so that the
 * kit never writes an argument that nobody compared with an engine.
 */
export function withEngines({ engines }: Catalog, { engines: written = [] }: CatalogSpec): Merged<ServingEngine> {
  const rows = new Map(engines.map((row) => [keyOf(row), row]));
  const issues = written.flatMap((row, index): readonly Issue[] => {
    const path = `catalog.engines[${index}]`;
    const like = engines.find(({ engine, version }) => engine === row.engine && version === row.argumentsOf);
    if (like === undefined) return [unknownVersion(engines, row, `${path}.argumentsOf`)];
    const known = engines.find((other) => keyOf(other) === keyOf(row));
    rows.set(keyOf(row), engineOf(row, like));
    return [
      ...(known === undefined ? [] : [replaces(`${path}.version`, known)]),
      ...unknownHost(`${path}.aws.inferenceAmiVersion`, row.aws?.inferenceAmiVersion),
    ];
  });
  return { rows: [...rows.values()], issues };
}

/** Entry points of AWS's images, where the version that the row names has none on AWS. */
const awsGrammar: Readonly<Record<EngineName, VariableGrammar>> = {
  vllm: { prefix: 'SM_VLLM_', arrays: true },
  sglang: { prefix: 'SM_SGLANG_' },
  tgi: { prefix: '' },
  nim: {},
};

function keyOf({ engine, version }: { readonly engine: string; readonly version: string }): string {
  return `${engine} ${version}`;
}

function engineOf({ aws, azure, source, asOf, version, notes }: EngineRow, like: ServingEngine): ServingEngine {
  const variables = like.aws?.variables ?? like.variables ?? awsGrammar[like.engine];
  return {
    engine: like.engine,
    version,
    arguments: like.arguments,
    argumentsSource: like.argumentsSource,
    ...(like.dtypeOfCheckpoint === undefined ? {} : { dtypeOfCheckpoint: like.dtypeOfCheckpoint }),
    ...(like.variables === undefined ? {} : { variables: like.variables }),
    ...(like.wraps === undefined ? {} : { wraps: like.wraps }),
    ...(aws === undefined ? {} : { aws: { ...aws, variables } }),
    ...(azure === undefined ? {} : { azure }),
    source,
    asOf,
    ...(notes === undefined ? {} : { notes }),
  };
}

function unknownVersion(engines: readonly ServingEngine[], { engine, argumentsOf }: EngineRow, path: string): Issue {
  const known = engines.filter((row) => row.engine === engine).map(({ version }) => version);
  return unknownInCatalog({ code: 'UnknownEngineVersion', path, noun: `${engine} version`, got: argumentsOf, known });
}

/** The row may know a newer host image than the kit does, so that it is no error. */
function unknownHost(path: string, got: string | undefined): readonly Issue[] {
  const known = hostImages.map(({ id }) => id);
  if (got === undefined || known.includes(got)) return [];
  return [unknownInCatalog({ code: 'UnknownHostImage', path, noun: 'host image', got, known })];
}

function replaces(path: string, { engine, version, source, asOf }: ServingEngine): Issue {
  return {
    code: 'EngineAlreadyKnown',
    path,
    message: `the catalogue knows ${engine} ${version} already (${source}, ${asOf}); your row is used instead`,
    got: version,
    expected: 'a version the catalogue does not have',
    fix: 'remove the row unless it is more exact',
  };
}
