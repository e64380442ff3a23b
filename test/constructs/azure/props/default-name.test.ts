import type { NamedKind } from '../../../../constructs/azure/props/default-name';
import { defaultName, defaultNameLimits } from '../../../../constructs/azure/props/default-name';
import { nameRules } from '../../../../lib/plan/naming/name-rules';

const place = { subscription: '00000000-0000-4000-8000-0000000000d1', resourceGroup: 'rg-search-prod' };
const long = 'a-component-with-a-name-that-no-service-takes-as-a-whole-because-it-is-so-very-long';

/** The rule of the planner for each kind. */
const planned: Readonly<Record<NamedKind, keyof typeof nameRules>> = {
  vault: 'azure-key-vault',
  storage: 'azure-storage-account',
  containerRegistry: 'azure-container-registry',
  search: 'azure-search-service',
  openai: 'azure-openai-account',
  workspace: 'azure-ml-workspace',
  endpoint: 'azure-ml-online-endpoint',
  handOffs: 'azure-app-configuration',
  mlRegistry: 'azure-ml-registry',
  telemetry: 'azure-application-insights',
};
const kinds = Object.keys(planned) as NamedKind[];

test.each(kinds)('%s: the limits are those of the planner, and every name keeps them', (kind) => {
  const rule = nameRules[planned[kind]];
  expect(defaultNameLimits[kind]).toMatchObject({ longest: rule.max, hyphens: rule.separator === '-' });
  for (const component of ['chat', 'Chat_1', long, '-']) {
    const name = defaultName(kind, component, place);
    expect(name).toMatch(rule.pattern);
    expect(name.length).toBeLessThanOrEqual(rule.max);
    expect(name.length).toBeGreaterThanOrEqual(rule.min);
  }
});

test('names differ with component, resource group and subscription, and are the same otherwise', () => {
  const names = [
    defaultName('vault', 'chat', place),
    defaultName('vault', `${long}-1`, place),
    defaultName('vault', `${long}-2`, place),
    defaultName('vault', 'chat', { ...place, resourceGroup: 'rg-other' }),
    defaultName('vault', 'chat', { ...place, subscription: '00000000-0000-4000-8000-0000000000d2' }),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(defaultName('vault', 'chat', place)).toBe(names[0]);
});
