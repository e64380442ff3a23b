import type { ModelLifecycle } from '../../../../lib/catalog';
import { lifecycleIssues } from '../../../../lib/plan/facts/lifecycle';
import { catalog } from '../../../helpers/catalog';

const [region] = catalog.regions;
const [row] = catalog.managedModels;

function codes(lifecycle: Partial<ModelLifecycle>, deployedModels?: readonly string[], date?: string) {
  if (region === undefined || row === undefined) throw new Error('the fixture has no rows');
  const version = {
    version: '1',
    offers: [],
    lifecycle: { state: 'generally-available', edition: '2026-06-01', source: 's', asOf: '2026-06-15', ...lifecycle },
  } as const;
  const place = { region, path: 'models.m', deployedModels };
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
