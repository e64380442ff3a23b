import { walkDecisions } from '../../../../lib/plan/decision';
import { nameRules } from '../../../../lib/plan/naming/name-rules';
import { azurePlan } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment } from '../../../helpers/platform';

const planOf = (generation?: number) =>
  azurePlan({
    environments: {
      dev: developmentEnvironment({ azure: { ...azureTarget, ...(generation === undefined ? {} : { generation }) } }),
    },
  });

const values = (generation?: number) =>
  new Map([...walkDecisions(planOf(generation))].map(([path, { value }]) => [path, value]));

const keptPaths = [
  'deployment.account.name',
  'experimentation.workspaceName',
  'initialization.handOffStore.storeName',
  'initialization.keyVault.name',
];

test('another generation has other names where Azure keeps the old ones, and no other difference', () => {
  const [first, second] = [values(), values(2)];
  const changed = [...second].flatMap(([path, value]) =>
    JSON.stringify(first.get(path)) === JSON.stringify(value) ? [] : [path],
  );
  expect(changed.toSorted()).toEqual(keptPaths);
  expect([...values(1)]).toEqual([...first]);
});

test.each([2, 99])('generation %d has names that the services take', (generation) => {
  const plan = planOf(generation);
  const names = [
    ['azure-app-configuration', plan.initialization.handOffStore.storeName],
    ['azure-key-vault', plan.initialization.keyVault.name],
    ['azure-ml-workspace', plan.experimentation.workspaceName],
    ['azure-openai-account', plan.deployment.account?.name],
  ] as const;
  for (const [service, name] of names) {
    expect(name?.value).toMatch(nameRules[service].pattern);
    expect(String(name?.value).length).toBeLessThanOrEqual(nameRules[service].max);
    expect(name?.value).toContain(`g${generation}`);
  }
});

test.each([
  ['initialization.keyVault.name', '7 days', 'purge protection'],
  ['initialization.handOffStore.storeName', '1 day', 'az appconfig purge'],
  ['deployment.account.name', '48 hours', 'az cognitiveservices account purge'],
  ['experimentation.workspaceName', '14 days', '--permanently-delete'],
])('says how long %s stays taken, what frees it, and what to write', (path, period, sooner) => {
  const [, decision] = [...walkDecisions(planOf(3))].find(([at]) => at === path) ?? [];
  const kept = decision?.because.find(({ rule }) => rule === 'name.kept-after-deletion');
  expect(kept?.text).toContain(period);
  expect(kept?.text).toContain(sooner);
  expect(kept?.text).toContain('environments.dev.azure.generation to 4');
  expect(kept?.source).toBeDefined();
});

test('says that a Log Analytics workspace of the same name recovers the deleted one', () => {
  const { name } = planOf().initialization.logAnalytics;
  expect(name.because.map(({ text }) => text).join()).toContain('recovers the deleted one');
});
