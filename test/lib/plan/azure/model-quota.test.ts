import { azureOpenAi } from '../../../../lib/platform';
import { azurePlan, planIssues } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment, platform } from '../../../helpers/platform';

const model = (sku: 'Standard' | 'DataZoneStandard', capacityKTpm?: number) =>
  azureOpenAi('gpt-4.1', { version: '2025-04-14', sku, ...(capacityKTpm === undefined ? {} : { capacityKTpm }) });
const models = {
  ...platform().models,
  frontier: model('DataZoneStandard', 300),
  b: model('DataZoneStandard'),
  c: model('Standard', 10),
};

function withQuotas(quotas: Readonly<Record<string, number>>) {
  const environments = { dev: developmentEnvironment({ azure: { ...azureTarget, quotas } }) };
  return planIssues({ models, environments }).map(({ code, path, got, fix }) => [code, path, got, fix]);
}

const path = 'environments.dev.azure.quotas';

test('the deployments of a model and type need one quota together', () => {
  const { modelQuotas = {} } = azurePlan({ models }).deployment;
  expect(modelQuotas['OpenAI.Standard.gpt-4.1']?.value.needed).toBe(10);
  const zone = modelQuotas['OpenAI.DataZoneStandard.gpt-4.1'];
  expect(zone?.value).toEqual({ name: 'OpenAI.DataZoneStandard.gpt-4.1', needed: 350, unit: 'kTpm' });
  expect(zone?.because[0]?.text).toContain('350,000 tokens a minute of b, frontier');
});

test('a platform without such a model needs none', () => {
  const { chat } = platform().models;
  const without = { models: chat === undefined ? {} : { chat }, knowledge: undefined };
  expect(azurePlan(without).deployment).not.toHaveProperty('modelQuotas');
});

test.each<[string, number, boolean]>([
  ['OpenAI.DataZoneStandard.gpt-4.1', 350, false],
  ['OpenAI.DataZoneStandard.gpt-4.1', 349, true],
  ['OpenAI.DataZoneStandard.gpt4.1', 349, true],
  ['OpenAI.GlobalStandard.gpt-4.1', 0, false],
])('a quota %s of %i thousand is too small: %s', (name, limit, refused) => {
  const fix = `raise '${name}' in swedencentral to 350, or lower capacityKTpm`;
  expect(withQuotas({ [name]: limit })).toEqual(refused ? [['QuotaExhausted', `${path}.${name}`, limit, fix]] : []);
});

test('a quota of a model that the catalogue does not have is reported with the nearest', () => {
  expect(withQuotas({ 'OpenAI.DataZoneStandard.gpt-4.2': 100 })).toEqual([
    ['UnknownQuota', `${path}.OpenAI.DataZoneStandard.gpt-4.2`, 100, "did you mean 'OpenAI.DataZoneStandard.gpt-4.1'?"],
  ]);
});
