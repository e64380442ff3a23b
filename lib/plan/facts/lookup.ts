import type { Catalog, ModelArchitecture, Region } from '../../catalog/types';
import type { Cloud, Result } from '../../platform';
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
