import { datedModelIssues } from '../../../lib/plan';
import { azureOpenAi } from '../../../lib/platform';
import { catalog } from '../../helpers/catalog';
import { platform, resolvedPlatform } from '../../helpers/platform';

const legacy = azureOpenAi('gpt-legacy', { version: '1' });
const resolved = resolvedPlatform({ models: { ...platform().models, frontier: legacy } });
const on = (today: string) => datedModelIssues(resolved, catalog, today).map(({ code, path }) => [code, path]);

test('nothing is new on the day of the catalogue', () => {
  expect(on('2026-01-01')).toEqual([]);
  expect(on('2020-01-01')).toEqual([]);
});

test('a version that retires later is reported from its last day on, and editions when they are old', () => {
  expect(on('2026-03-31')).toEqual([]);
  expect(on('2026-04-01')).toContainEqual(['LifecycleEditionOld', 'models.frontier.id']);
  expect(on('2027-04-13')).toContainEqual(['LifecycleEditionOld', 'models.frontier.id']);
  expect(on('2027-04-14')).toContainEqual(['ModelRetired', 'models.frontier.id']);
});

test('a model that the catalogue does not have is reported by the plan, not here', () => {
  const unknown = resolvedPlatform({
    models: { ...platform().models, frontier: azureOpenAi('gpt-none', { version: '1' }) },
  });
  expect(datedModelIssues(unknown, catalog, '2027-04-14').filter(({ path }) => path.includes('frontier'))).toEqual([]);
});
