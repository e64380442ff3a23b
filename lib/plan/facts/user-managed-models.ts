import { impossibleLifecycle, versionOf } from '../../catalog/managed-models';
import type { Catalog, ManagedModel, ManagedModelVersion, ModelLifecycle, ModelOffer } from '../../catalog/types';
import type { CatalogSpec, Issue, ManagedModelRow, ManagedOfferRow } from '../../platform';
import { cloudOf } from './cloud';
import { unknownInCatalog } from './unknown-in-catalog';
import type { Merged } from './user-offers';

/**
 * Managed models of a catalogue with the versions of a config. A version that the catalogue has is replaced, with a
 * warning; one that cannot be is left out and reported.
 */
export function withManagedModels(
  catalog: Pick<Catalog, 'managedModels' | 'regions'>,
  { managedModels: written = [] }: CatalogSpec,
): Merged<ManagedModel> {
  const models = new Map(catalog.managedModels.map((model) => [`${model.service} ${model.id}`, model]));
  const names = new Set([...catalog.managedModels, ...written].map(({ service, id }) => `${service} ${id}`));
  const issues = written.flatMap((row, index): readonly Issue[] => {
    const path = `catalog.managedModels[${index}]`;
    const version = versionOfRow(row);
    const problems = [
      ...lifecycleIssues(`${path}.lifecycle`, version.lifecycle),
      ...successorIssues(`${path}.lifecycle.successors`, row, names),
      ...rowIssues(path, row),
      ...row.offers.flatMap((offer, i) => [
        ...offerIssues(`${path}.offers[${i}]`, row, offer),
        ...regionIssues(`${path}.offers[${i}].regions`, row, offer, catalog.regions),
      ]),
    ];
    if (problems.length > 0) return problems;
    const key = `${row.service} ${row.id}`;
    const before = models.get(key);
    const replaced = before === undefined ? undefined : versionOf(before, row.version);
    models.set(key, merged(before, row, version));
    return replaced === undefined ? [] : [replaces(`${path}.id`, row, replaced)];
  });
  return { rows: [...models.values()], issues };
}

function versionOfRow({ version, lifecycle, offers, source, asOf }: ManagedModelRow): ManagedModelVersion {
  return {
    ...(version === undefined ? {} : { version }),
    // The shape of the spec allows the words of the catalogue only.
    lifecycle: { ...lifecycle, state: lifecycle.state as ModelLifecycle['state'], source, asOf },
    offers: offers.map((offer): ModelOffer => ({
      sku: offer.sku as ModelOffer['sku'],
      regions: offer.regions,
      processedIn: offer.processedIn ?? processedIn(offer.sku),
      ...(offer.profile === undefined ? {} : { profile: offer.profile }),
    })),
  };
}

function processedIn(sku: string): 'region' | 'data-zone' | 'anywhere' {
  if (sku === 'DataZoneStandard') return 'data-zone';
  return sku === 'in-region' || sku === 'Standard' ? 'region' : 'anywhere';
}

function merged(before: ManagedModel | undefined, row: ManagedModelRow, version: ManagedModelVersion): ManagedModel {
  const { service, id, kind, contextTokens, dimensions, source, asOf, notes } = row;
  const others = (before?.versions ?? []).filter((other) => other.version !== version.version);
  return {
    ...(before?.tokenPrices === undefined ? {} : { tokenPrices: before.tokenPrices }),
    ...(before?.offerTokenPrices === undefined ? {} : { offerTokenPrices: before.offerTokenPrices }),
    service: service as ManagedModel['service'],
    id,
    kind: kind as ManagedModel['kind'],
    versions: [...others, version],
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...(dimensions === undefined ? {} : { dimensions }),
    source,
    asOf,
    ...(notes === undefined ? {} : { notes }),
  };
}

function lifecycleIssues(path: string, lifecycle: ModelLifecycle): readonly Issue[] {
  const problem = impossibleLifecycle(lifecycle);
  if (problem === undefined) return [];
  const { state, edition, retires } = lifecycle;
  return [
    {
      code: 'ImpossibleLifecycle',
      path,
      message: problem,
      got: { state, edition, ...(retires === undefined ? {} : { retires }) },
      expected: 'state and last day of one edition, read on or after its date',
      fix: 'copy them from the schedule of the provider; write `retired` where the last day is over',
    },
  ];
}

function successorIssues(path: string, row: ManagedModelRow, names: ReadonlySet<string>): readonly Issue[] {
  const { service, lifecycle } = row;
  const known = [...names].flatMap((name) => (name.startsWith(`${service} `) ? [name.slice(service.length + 1)] : []));
  return (lifecycle.successors ?? []).flatMap((got, index) =>
    known.includes(got)
      ? []
      : [
          unknownInCatalog({
            code: 'UnknownManagedModel',
            path: `${path}[${index}]`,
            noun: `${service} model`,
            got,
            known,
          }),
        ],
  );
}

function rowIssues(path: string, { service, version, kind, dimensions }: ManagedModelRow): readonly Issue[] {
  const bedrock = service === 'bedrock';
  return [
    ...(bedrock === (version === undefined)
      ? []
      : [
          {
            code: 'ImpossibleOffer',
            path: `${path}.version`,
            message: bedrock
              ? 'the id of a Bedrock model contains its version'
              : 'a model of Azure OpenAI has a version',
            got: version,
            expected: bedrock ? 'no version' : 'the version, for example 2025-11-13',
            fix: bedrock ? `remove ${path}.version` : "copy it from 'az cognitiveservices model list'",
          } as const,
        ]),
    ...((kind === 'embedding') === (dimensions !== undefined)
      ? []
      : [
          {
            code: 'ImpossibleOffer',
            path: `${path}.dimensions`,
            message: 'an embedding model, and no other, returns vectors',
            got: dimensions,
            expected: kind === 'embedding' ? 'the lengths, the default first' : 'no dimensions',
            fix: kind === 'embedding' ? `write ${path}.dimensions` : `remove ${path}.dimensions`,
          } as const,
        ]),
  ];
}

/** Kinds of offers of each service. */
const skus: Readonly<Record<ManagedModel['service'], readonly string[]>> = {
  bedrock: ['in-region', 'geographic', 'global'],
  'azure-openai': ['Standard', 'DataZoneStandard', 'GlobalStandard'],
};

function offerIssues(path: string, { service }: ManagedModelRow, offer: ManagedOfferRow): readonly Issue[] {
  const { sku, profile, processedIn: at } = offer;
  const allowed = skus[service as ManagedModel['service']];
  const impossible = (field: string, issue: Pick<Issue, 'message' | 'got' | 'expected' | 'fix'>): Issue => ({
    code: 'ImpossibleOffer',
    path: `${path}.${field}`,
    ...issue,
  });
  if (!allowed.includes(sku)) {
    const expected = `one of ${allowed.join(', ')}`;
    return [
      impossible('sku', {
        message: `${service} offers nothing as ${sku}`,
        got: sku,
        expected,
        fix: `write ${expected}`,
      }),
    ];
  }
  const needsProfile = sku === 'geographic' || sku === 'global';
  return [
    ...(needsProfile === (profile !== undefined)
      ? []
      : [
          impossible('profile', {
            message: `a ${sku} offer ${needsProfile ? 'is called through an inference profile' : 'has no inference profile'}`,
            got: profile,
            expected: needsProfile ? 'the id of the profile' : 'no profile',
            fix: needsProfile ? `write ${path}.profile` : `remove ${path}.profile`,
          }),
        ]),
    ...((sku === 'geographic') === (at !== undefined)
      ? []
      : [
          impossible('processedIn', {
            message: sku === 'geographic' ? 'a profile routes to regions' : `${sku} says where tokens are processed`,
            got: at,
            expected: sku === 'geographic' ? 'the regions of the profile' : 'no regions',
            fix:
              sku === 'geographic'
                ? "copy them from 'aws bedrock get-inference-profile'"
                : `remove ${path}.processedIn`,
          }),
        ]),
  ];
}

function regionIssues(
  path: string,
  { service }: ManagedModelRow,
  { regions }: ManagedOfferRow,
  rows: Catalog['regions'],
): readonly Issue[] {
  const known = rows.filter(({ cloud }) => cloud === cloudOf(service)).map(({ id }) => id);
  return regions.flatMap((got, index) =>
    known.includes(got)
      ? []
      : [unknownInCatalog({ code: 'UnknownRegion', path: `${path}[${index}]`, noun: 'region', got, known })],
  );
}

function replaces(path: string, { id, version }: ManagedModelRow, { lifecycle }: ManagedModelVersion): Issue {
  const name = version === undefined ? id : `${id} ${version}`;
  return {
    code: 'RowReplacesCatalogue',
    path,
    message: `the catalogue knows ${name} already (edition of ${lifecycle.edition}); your row is used instead`,
    got: id,
    expected: 'a version the catalogue does not have',
    fix: 'remove the row unless it is newer',
  };
}
