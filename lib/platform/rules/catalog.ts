import type { PrivateModelRow, RowProvenance } from '../catalog-rows';
import type { CatalogSpec } from '../catalog-spec';
import type { Issue } from '../issue';
import type { ManagedModelRow } from '../managed-rows';
import { engineRowIssues } from './engine-rows';
import { regionRowIssues } from './region-rows';
import type { Rule } from './rule';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Every row under `catalog` has a source and a date, is written once, and is one that can exist. */
export const catalogRule: Rule = ({ spec }) => {
  const written: CatalogSpec = spec.catalog ?? {};
  const { models = [], instances = [], prices = [], tokenPrices = [], reserved = [], engines = [] } = written;
  const { managedModels = [], regions = [] } = written;
  return [
    ...rows('models', models, ({ id }) => id),
    ...models.flatMap((row, index) => modelIssues(`catalog.models[${index}]`, row)),
    ...rows('instances', instances, instanceKey),
    ...rows('prices', prices, instanceKey),
    ...rows('tokenPrices', tokenPrices, ({ service, id, region }) => `${service} ${id} in ${region}`),
    ...rows('engines', engines, ({ engine, version }) => `${engine} ${version}`),
    ...engines.flatMap((row, index) => engineRowIssues(`catalog.engines[${index}]`, row)),
    ...rows('managedModels', managedModels, managedKey),
    ...managedModels.flatMap((row, index) => lifecycleIssues(`catalog.managedModels[${index}].lifecycle`, row)),
    ...rows('regions', regions, ({ cloud, id }) => `${cloud} ${id}`),
    ...regions.flatMap((row, index) => regionRowIssues(`catalog.regions[${index}]`, row)),
    ...rows('reserved', reserved, instanceKey),
    ...reserved.flatMap(({ asOf, endsAt }, index) => endIssues(`catalog.reserved[${index}].endsAt`, asOf, endsAt)),
  ];
};

function managedKey({ service, id, version }: ManagedModelRow): string {
  return version === undefined ? `${service} ${id}` : `${service} ${id} ${version}`;
}

function lifecycleIssues(path: string, { lifecycle: { edition, retires } }: ManagedModelRow): readonly Issue[] {
  return [
    ...(isDate(edition) ? [] : [invalidDate(`${path}.edition`, edition)]),
    ...(retires === undefined || isDate(retires) ? [] : [invalidDate(`${path}.retires`, retires)]),
  ];
}

function instanceKey({
  service,
  instanceType,
  region,
}: {
  service: string;
  instanceType: string;
  region: string;
}): string {
  return `${service} ${instanceType} in ${region}`;
}

function rows<T extends RowProvenance>(
  table: string,
  written: readonly T[],
  key: (row: T) => string,
): readonly Issue[] {
  const first = new Map<string, number>();
  return written.flatMap((row, index): readonly Issue[] => {
    const path = `catalog.${table}[${index}]`;
    const name = key(row);
    const before = first.get(name);
    if (before === undefined) first.set(name, index);
    return [
      ...(row.source.trim() === '' ? [emptySource(`${path}.source`, row.source)] : []),
      ...(isDate(row.asOf) ? [] : [invalidDate(`${path}.asOf`, row.asOf)]),
      ...(before === undefined ? [] : [repeatedRow(path, `catalog.${table}[${before}]`, name)]),
    ];
  });
}

function modelIssues(
  path: string,
  { id, layers, fullAttentionLayers, kvHeads, heads }: PrivateModelRow,
): readonly Issue[] {
  return [
    ...(/^[\w.-]+\/[\w.-]+$/.test(id) ? [] : [invalidId(path, id)]),
    ...(fullAttentionLayers === undefined || fullAttentionLayers <= layers
      ? []
      : [moreThanAll(`${path}.fullAttentionLayers`, fullAttentionLayers, 'layers', layers)]),
    ...(kvHeads <= heads ? [] : [moreThanAll(`${path}.kvHeads`, kvHeads, 'heads', heads)]),
  ];
}

function endIssues(path: string, asOf: string, endsAt: string | undefined): readonly Issue[] {
  if (endsAt === undefined) return [];
  if (!isDate(endsAt)) return [invalidDate(path, endsAt)];
  if (!isDate(asOf) || endsAt > asOf) return [];
  return [
    {
      code: 'ReservationEnded',
      path,
      message: `the reservation ended before the row was written, on ${asOf}`,
      got: endsAt,
      expected: `a date after ${asOf}`,
      fix: 'remove the row, or write the new end and the new asOf',
    },
  ];
}

function isDate(text: string): boolean {
  const time = isoDate.test(text) ? Date.parse(text) : Number.NaN;
  // Date reads 30 February as 1 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function emptySource(path: string, got: string): Issue {
  return {
    code: 'RowWithoutSource',
    path,
    message: 'the row has no source',
    got,
    expected: 'a contract, a price list or a configuration file',
    fix: 'name the document that the figures come from',
  };
}

function invalidDate(path: string, got: string): Issue {
  return {
    code: 'InvalidDate',
    path,
    message: 'not a calendar date',
    got,
    expected: 'year, month and day, for example 2026-11-28',
    fix: 'write the day on which the figures were true',
  };
}

function repeatedRow(path: string, first: string, name: string): Issue {
  return {
    code: 'RepeatedRow',
    path,
    message: `${name} is already in ${first}`,
    got: name,
    expected: 'one row for each',
    fix: `remove ${path} or ${first}`,
  };
}

function invalidId(path: string, got: string): Issue {
  return {
    code: 'InvalidModelId',
    path: `${path}.id`,
    message: 'not a repository id',
    got,
    expected: 'organisation/name, as in models',
    fix: 'copy the id from the entry in models',
  };
}

function moreThanAll(path: string, got: number, noun: string, all: number): Issue {
  return {
    code: 'ImpossibleModel',
    path,
    message: `the model has ${all} ${noun}`,
    got,
    expected: `at most ${all}`,
    fix: `copy it from the model's config.json`,
  };
}
