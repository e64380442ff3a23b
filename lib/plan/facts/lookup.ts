import type { Catalog, ManagedModel, ModelArchitecture, Region } from '../../catalog/types';
import type { AzureOpenAiModel, BedrockModel, Cloud, Issue, Result } from '../../platform';
import { failure, listed, success, unknownName } from '../../platform';
import { unknownInCatalog } from './unknown-in-catalog';

/** The region or location of a target. */
export function findRegion(catalog: Catalog, cloud: Cloud, id: string, path: string): Result<Region> {
  const known = catalog.regions.filter((region) => region.cloud === cloud);
  const region = known.find((row) => row.id === id);
  const noun = cloud === 'aws' ? 'region' : 'location';
  return region === undefined
    ? failure([unknownInCatalog({ code: 'UnknownRegion', path, noun, got: id, known: known.map((row) => row.id) })])
    : success(region);
}

/** The architecture of open weights. */
export function findModel(catalog: Catalog, id: string, path: string): Result<ModelArchitecture> {
  const model = catalog.models.find((row) => row.id === id);
  return model === undefined
    ? failure([
        unknownInCatalog({
          code: 'UnknownArchitecture',
          path,
          noun: 'open-weights model',
          got: id,
          known: catalog.models.map((row) => row.id),
        }),
      ])
    : success(model);
}

/**
 * A managed model that exists in that version and region and was not retired on the date of the catalogue. That date is
 * used instead of today's: the same spec and catalogue must give the same plan tomorrow.
 */
export function findManagedModel(
  catalog: Catalog,
  model: BedrockModel | AzureOpenAiModel,
  region: Region,
  path: string,
): Result<ManagedModel> {
  const known = catalog.managedModels.filter((row) => row.service === model.kind);
  const row = known.find((candidate) => candidate.id === model.id);
  if (row === undefined) {
    return failure([
      unknownInCatalog({
        code: 'UnknownManagedModel',
        path: `${path}.id`,
        noun: `${model.kind} model`,
        got: model.id,
        known: known.map(({ id }) => id),
      }),
    ]);
  }
  const issues = [
    ...notInRegion(row, region, path),
    ...retired(row, path),
    ...(model.kind === 'azure-openai' ? wrongVersion(row, model.version, path) : wrongLength(row, model, path)),
  ];
  return issues.length === 0 ? success(row) : failure(issues);
}

function notInRegion(row: ManagedModel, region: Region, path: string): readonly Issue[] {
  if (row.regions.includes(region.id)) return [];
  return [
    {
      code: 'ModelNotInRegion',
      path: `${path}.id`,
      message: `${row.id} is not available in ${region.id} (${row.source}, ${row.asOf})`,
      got: row.id,
      expected: `a model available in ${region.id}, or a region of ${listed(row.regions)}`,
      fix: `choose another model, or move the environment to ${listed(row.regions)}`,
    },
  ];
}

function retired(row: ManagedModel, path: string): readonly Issue[] {
  if (row.retires === undefined || row.retires > row.asOf) return [];
  return [
    {
      code: 'ModelRetired',
      path: `${path}.id`,
      message: `${row.id} was retired on ${row.retires}, before the catalogue's date ${row.asOf}`,
      got: row.id,
      expected: 'a model that accepts new deployments',
      fix: 'choose its successor',
    },
  ];
}

function wrongVersion({ id, versions = [] }: ManagedModel, version: string, path: string): readonly Issue[] {
  if (versions.includes(version)) return [];
  return [
    unknownName({
      code: 'UnknownModelVersion',
      path: `${path}.version`,
      noun: 'version',
      got: version,
      known: versions,
      message: `the catalogue has no version '${version}' of ${id}`,
    }),
  ];
}

function wrongLength(row: ManagedModel, { dimensions }: BedrockModel, path: string): readonly Issue[] {
  const allowed = row.dimensions ?? [];
  if (dimensions === undefined || allowed.includes(dimensions)) return [];
  return [
    {
      code: 'UnsupportedDimensions',
      path: `${path}.dimensions`,
      message: `${row.id} does not return vectors of ${dimensions} numbers`,
      got: dimensions,
      expected: allowed.length === 0 ? 'no dimensions: the model returns no vectors' : `one of ${allowed.join(', ')}`,
      fix: allowed.length === 0 ? `remove ${path}.dimensions` : `use ${allowed.join(' or ')}`,
    },
  ];
}
