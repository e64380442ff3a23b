import type { Catalog, ServingEngine } from '../../catalog/types';
import type { Cloud, Issue, Result } from '../../platform';
import { failure, listed, success } from '../../platform';
import { unknownInCatalog } from './unknown-in-catalog';

/** A serving engine at one version. */
export function findEngine(catalog: Catalog, engine: string, version: string, path: string): Result<ServingEngine> {
  const versions = catalog.engines.filter((row) => row.engine === engine);
  const row = versions.find((candidate) => candidate.version === version);
  return row === undefined
    ? failure([
        unknownInCatalog({
          code: 'UnknownEngineVersion',
          path,
          noun: `${engine} version`,
          got: version,
          known: versions.map((other) => other.version),
        }),
      ])
    : success(row);
}

/** Refuses an engine without an image on a cloud. */
export function imageIssues(catalog: Catalog, engine: ServingEngine, cloud: Cloud, path: string): readonly Issue[] {
  return engine[cloud] === undefined ? [noImage(catalog, engine, cloud, path)] : [];
}

const nouns = { aws: 'AWS', azure: 'Azure' } as const;

function noImage({ engines }: Catalog, row: ServingEngine, cloud: Cloud, path: string): Issue {
  const { engine, version, source, asOf, notes } = row;
  const others = engines.filter((other) => other.engine === engine && other[cloud] !== undefined);
  const known = others.map((other) => other.version);
  const use = known.length === 0 ? `use another engine` : `use ${listed(known)}`;
  return {
    code: 'EngineNotOnCloud',
    path,
    message: `no image of ${engine} ${version} on ${nouns[cloud]} is known (${source}, ${asOf})${notes === undefined ? '' : `; ${notes}`}`,
    got: `${engine} ${version}`,
    expected: `a version with an image on ${nouns[cloud]}${known.length === 0 ? '' : `: ${listed(known)}`}`,
    fix: `${use}; or add the image as a row of catalog.engines`,
  };
}
