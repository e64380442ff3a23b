import type { Catalog, ModelArchitecture, Region } from '../../catalog/types';
import type { Cloud, Issue, Result } from '../../platform';
import { failure, success } from '../../platform';
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
  const unsupported = model === undefined ? unsupportedArchitecture(catalog, id) : undefined;
  if (unsupported !== undefined) return failure([{ ...unsupported, path }]);
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

/** The issue about a model that the catalogue names and cannot size; undefined for any other. */
export function unsupportedArchitecture(
  { unsupportedModels = [] }: Catalog,
  id: string,
): Omit<Issue, 'path'> | undefined {
  const row = unsupportedModels.find((other) => other.id.toLowerCase() === id.toLowerCase());
  return row === undefined
    ? undefined
    : {
        code: 'ArchitectureUnsupported',
        message: `${row.id} cannot be sized: ${row.reason} (${row.source}, ${row.asOf})`,
        got: id,
        expected: 'a model whose architecture the catalogue can state',
        fix: 'use another model; or measure it, and add it under catalog.models with what its cache really takes',
      };
}
