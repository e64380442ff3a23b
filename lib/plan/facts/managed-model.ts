import { offersIn, regionsOf, versionOf } from '../../catalog/managed-models';
import type { Catalog, ManagedModel, Region } from '../../catalog/types';
import type { AzureOpenAiModel, BedrockModel, Issue, Result } from '../../platform';
import { failure, listed, unknownName } from '../../platform';
import { unlessErrors } from '../result';
import type { FoundModel, ModelPlace } from './found-model';
import { lifecycleIssues } from './lifecycle';
import { unknownInCatalog } from './unknown-in-catalog';

/**
 * A managed model that exists in that version and region and was not retired on the date of the catalogue. That date is
 * used instead of today's: the same spec and catalogue must give the same plan tomorrow.
 *
 * @returns warnings about a model whose end is announced, with its successor
 */
export function findManagedModel(
  catalog: Catalog,
  model: BedrockModel | AzureOpenAiModel,
  place: ModelPlace,
): Result<FoundModel> {
  const { path, region } = place;
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
  const version = versionOf(row, model.kind === 'azure-openai' ? model.version : undefined);
  if (version === undefined) return failure(unknownVersion(row, model, path));
  const found = { row, version };
  return unlessErrors(found, [
    ...notInRegion(found, region, path),
    ...lifecycleIssues(found, { ...place, managedModels: catalog.managedModels }),
    ...(model.kind === 'azure-openai' ? [] : wrongLength(row, model, path)),
  ]);
}

function unknownVersion(row: ManagedModel, model: BedrockModel | AzureOpenAiModel, path: string): readonly Issue[] {
  const got = model.kind === 'azure-openai' ? model.version : '';
  const known = row.versions.flatMap(({ version }) => version ?? []);
  return [
    unknownName({
      code: 'UnknownModelVersion',
      path: `${path}.version`,
      noun: 'version',
      got,
      known,
      message: `the catalogue has no version '${got}' of ${row.id}`,
    }),
  ];
}

function notInRegion({ row, version }: FoundModel, region: Region, path: string): readonly Issue[] {
  if (offersIn(version, region.id).length > 0) return [];
  const regions = regionsOf({ ...row, versions: [version] });
  return [
    {
      code: 'ModelNotInRegion',
      path: `${path}.id`,
      message: `${row.id} is not available in ${region.id} (${row.source}, ${row.asOf})`,
      got: row.id,
      expected: `a model available in ${region.id}${regions.length === 0 ? '' : `, or a region of ${listed(regions)}`}`,
      fix: `choose another model${regions.length === 0 ? '' : `, or move the environment to ${listed(regions)}`}`,
    },
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
