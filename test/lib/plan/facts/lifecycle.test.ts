import type { ManagedModel, ModelLifecycle } from '../../../../lib/catalog';
import { lifecycleIssues } from '../../../../lib/plan/facts/lifecycle';
import { catalog } from '../../../helpers/catalog';

const [row] = catalog.managedModels;

type Version = readonly [name: string | undefined, lifecycle: Partial<ModelLifecycle>];

function model(id: string, ...versions: readonly Version[]): ManagedModel {
  if (row === undefined) throw new Error('the fixture has no rows');
  const live = { state: 'generally-available', edition: '2026-06-01', source: 's', asOf: '2026-06-15' } as const;
  return {
    ...row,
    id,
    versions: versions.map(([name, lifecycle]) => ({
      ...(name === undefined ? {} : { version: name }),
      offers: [],
      lifecycle: { ...live, ...lifecycle },
    })),
  };
}

function codes(
  lifecycle: Partial<ModelLifecycle>,
  deployedModels?: readonly string[],
  date?: string,
  rows: readonly ManagedModel[] = [],
) {
  if (row === undefined) throw new Error('the fixture has no rows');
  const version = {
    version: '1',
    offers: [],
    lifecycle: { state: 'generally-available', edition: '2026-06-01', source: 's', asOf: '2026-06-15', ...lifecycle },
  } as const;
  const place = { path: 'models.m', deployedModels, managedModels: rows };
  return lifecycleIssues({ row: { ...row, id: 'm' }, version }, place, date).map(({ code, fix }) => [code, fix]);
}

const other = 'choose another model';

test.each<[string, Partial<ModelLifecycle>, readonly unknown[]]>([
  ['generally available', {}, []],
  ['generally available, with a last day to come', { retires: '2026-06-16' }, []],
  ['on its last day', { retires: '2026-06-15' }, [['ModelRetired', other]]],
  ['past its last day, whatever its state', { state: 'legacy', retires: '2026-06-02' }, [['ModelRetired', other]]],
  ['retired without a day', { state: 'retired' }, [['ModelRetired', other]]],
  ['preview', { state: 'preview' }, [['ModelPreview', other]]],
  ['legacy', { state: 'legacy', retires: '2027-01-01', successors: ['n'] }, [['ModelLegacy', "use 'n'"]]],
])('%s', (_title, lifecycle, issues) => {
  expect(codes(lifecycle)).toEqual(issues);
});

const deprecated = { state: 'deprecated', retires: '2027-01-01', successors: ['n', 'o'] } as const;

test('a deprecated version is an error only where the subscription is known not to have deployed it', () => {
  expect(codes(deprecated)).toEqual([
    ['ModelDeprecated', "use 'n' or 'o', or write 'm 1' under deployedModels of the target"],
  ]);
  expect(codes(deprecated, ['m 1'])).toEqual([['ModelDeprecated', "use 'n' or 'o'"]]);
  expect(codes(deprecated, ['m 2'])).toEqual([['ModelNotDeployedBefore', "use 'n' or 'o'"]]);
});

test('a later day than that of the row can be asked', () => {
  expect(codes(deprecated, ['m 1'], '2026-12-31')).toContainEqual(['ModelDeprecated', "use 'n' or 'o'"]);
  expect(codes(deprecated, ['m 1'], '2027-01-01')).toEqual([['ModelRetired', "use 'n' or 'o'"]]);
});

test('an edition of more than 120 days is a warning, unless the version is retired anyway', () => {
  const old = { edition: '2026-02-15' };
  expect(codes(old, undefined, '2026-06-15')).toEqual([]);
  expect(codes(old, undefined, '2026-06-16').map(([code]) => code)).toEqual(['LifecycleEditionOld']);
  expect(codes({ ...old, state: 'retired' }, undefined, '2026-06-16').map(([code]) => code)).toEqual(['ModelRetired']);
});

test.each<[string, readonly ManagedModel[], string]>([
  ['a successor that the catalogue does not have', [], "use 'n' or 'o'"],
  ['Bedrock: the id contains the version', [model('n', [undefined, {}])], "use 'n' or 'o'"],
  ['Azure: with the version, which the spec needs too', [model('n', ['1', {}])], "use 'n', version '1' or 'o'"],
  ['the newest version', [model('n', ['2025-01-01', {}], ['2026-01-01', {}])], "use 'n', version '2026-01-01' or 'o'"],
  [
    'an available version before a newer preview',
    [model('n', ['2025-01-01', {}], ['2026-01-01', { state: 'preview' }])],
    "use 'n', version '2025-01-01' or 'o'",
  ],
  ['no version that retired', [model('n', ['1', { retires: '2026-06-15' }])], "use 'o'"],
  ['none is left', [model('n', ['1', { state: 'retired' }]), model('o', ['1', { state: 'retired' }])], other],
])('names the successor so that the fix can be written literally: %s', (_title, rows, fix) => {
  expect(codes({ state: 'retired', successors: ['n', 'o'] }, [], undefined, rows)).toEqual([['ModelRetired', fix]]);
});
