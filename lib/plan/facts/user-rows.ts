import type { Catalog, ManagedModel, ModelArchitecture } from '../../catalog/types';
import type { CatalogSpec, Issue, PrivateModelRow, ResolvedPlatform } from '../../platform';
import { cloudOf } from './cloud';
import { countedParameters } from './model-arithmetic';
import { unknownInCatalog } from './unknown-in-catalog';
import { withEngines } from './user-engines';
import { withManagedModels } from './user-managed-models';
import type { Merged } from './user-offers';
import { withInstances } from './user-offers';
import { withRegions } from './user-regions';

/** A catalogue with the config's rows, and the issues of rows that were left out. */
export interface CatalogWithRows {
  readonly catalog: Catalog;
  readonly issues: readonly Issue[];
}

/**
 * Adds the rows of a config to a catalogue: regions first, then models and instance types, then prices and reserved capacity
 * of instances, prices of tokens last. A row that refers to nothing is left out and reported, so that the others are planned
 * and one run reports every mistake. The given catalogue is not changed.
 */
export function withUserRows(catalog: Catalog, { catalog: rows }: Pick<ResolvedPlatform, 'catalog'>): CatalogWithRows {
  if (rows === undefined) return { catalog, issues: [] };
  const regions = withRegions(catalog, rows);
  const places = { ...catalog, regions: regions.rows };
  const models = withModels(catalog, rows);
  const instances = withInstances(places, rows);
  const managed = withManagedModels(places, rows);
  const priced = withTokenPrices({ ...places, managedModels: managed.rows }, rows);
  const engines = withEngines(catalog, rows);
  return {
    catalog: {
      ...places,
      models: models.rows,
      instances: instances.rows,
      managedModels: priced.rows,
      engines: engines.rows,
    },
    issues: [regions, models, instances, managed, priced, engines].flatMap(({ issues }) => issues),
  };
}

/**
 * The catalogue of an environment: `tokenPrices` of every managed model are those of its region where they are known.
 */
export function inRegions(
  catalog: Catalog,
  regions: Readonly<Record<ManagedModel['service'], string | undefined>>,
): Catalog {
  if (catalog.managedModels.every(({ regionalTokenPrices }) => regionalTokenPrices === undefined)) return catalog;
  const managedModels = catalog.managedModels.map((model): ManagedModel => {
    const here = model.regionalTokenPrices?.[regions[model.service] ?? ''];
    return here === undefined ? model : { ...model, tokenPrices: here };
  });
  return { ...catalog, managedModels };
}

function withModels({ models }: Catalog, { models: written = [] }: CatalogSpec): Merged<ModelArchitecture> {
  const shipped = new Map(models.map((model) => [model.id, model]));
  const own = new Map(written.map((row) => [row.id, architecture(row)]));
  return {
    rows: [...models.filter(({ id }) => !own.has(id)), ...own.values()],
    issues: written.flatMap(({ id }, index): readonly Issue[] => {
      const path = `catalog.models[${index}]`;
      const known = shipped.get(id);
      const model = own.get(id);
      return [
        ...(known === undefined ? [] : [replaces(`${path}.id`, id, known)]),
        ...(model === undefined ? [] : miscounted(`${path}.totalParams`, model)),
      ];
    }),
  };
}

function architecture({ kind, attention, publishedDtype, ...row }: PrivateModelRow): ModelArchitecture {
  return {
    ...row,
    // The shape of the spec allows the words of the catalogue only.
    kind: kind as ModelArchitecture['kind'],
    attention: attention as ModelArchitecture['attention'],
    ...(publishedDtype === undefined
      ? {}
      : { publishedDtype: publishedDtype as NonNullable<ModelArchitecture['publishedDtype']> }),
    activeParams: row.activeParams ?? row.totalParams,
    fullAttentionLayers: row.fullAttentionLayers ?? row.layers,
    licence: row.licence ?? 'private',
  };
}

function withTokenPrices({ managedModels, regions }: Catalog, { tokenPrices = [] }: CatalogSpec): Merged<ManagedModel> {
  const models = new Map(managedModels.map((model) => [`${model.service} ${model.id}`, model]));
  const issues = tokenPrices.flatMap((row, index): readonly Issue[] => {
    const path = `catalog.tokenPrices[${index}]`;
    const { service, id, region, ...prices } = row;
    const model = models.get(`${service} ${id}`);
    const places = regions.filter(({ cloud }) => cloud === cloudOf(service)).map((place) => place.id);
    if (model === undefined) {
      const known = managedModels.filter((other) => other.service === service).map((other) => other.id);
      return [
        unknownInCatalog({ code: 'UnknownManagedModel', path: `${path}.id`, noun: `${service} model`, got: id, known }),
      ];
    }
    if (!places.includes(region))
      return [
        unknownInCatalog({ code: 'UnknownRegion', path: `${path}.region`, noun: 'region', got: region, known: places }),
      ];
    models.set(`${service} ${id}`, {
      ...model,
      regionalTokenPrices: { ...model.regionalTokenPrices, [region]: prices },
    });
    return [];
  });
  return { rows: [...models.values()], issues };
}

/** Largest fraction of parameters that the sizes need not explain: no row describes a vision tower, 10 percent of the smallest model with one. */
const unexplained = 0.12;

function miscounted(path: string, model: ModelArchitecture): readonly Issue[] {
  const counted = (countedParameters(model) ?? model.totalParams * 1e9) / 1e9;
  if (Math.abs(counted / model.totalParams - 1) <= unexplained) return [];
  return [
    {
      code: 'ParametersDisagree',
      path,
      message: `the sizes of the row add up to ${counted.toFixed(2)} billion parameters`,
      got: model.totalParams,
      expected: 'the sum of the sizes, within 12 percent',
      fix: `compare the row with the model's config.json`,
    },
  ];
}

function replaces(path: string, got: string, { source, asOf }: ModelArchitecture): Issue {
  return {
    code: 'RowReplacesCatalogue',
    path,
    message: `the catalogue knows this model already (${source}, ${asOf}); your row is used instead`,
    got,
    expected: 'a model the catalogue does not have',
    fix: 'remove the row unless it is more exact',
  };
}
