import { settle } from '../../../../lib/plan';
import { azureOpenAi } from '../../../../lib/platform';
import { azurePlan, planIssues } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment, platform } from '../../../helpers/platform';

test.each([
  ['eu', undefined, 'DataZoneStandard'],
  ['eu', 'Standard', 'Standard'],
  [undefined, undefined, 'GlobalStandard'],
  [undefined, 'GlobalStandard', 'GlobalStandard'],
] as const)('with residency %s and sku %s processes in %s', (residency, sku, expected) => {
  const frontier = azureOpenAi('gpt-4.1', { version: '2025-04-14', ...(sku === undefined ? {} : { sku }) });
  const { deployment } = azurePlan({ residency, models: { ...platform().models, frontier } });
  expect(settle(deployment.models.frontier)).toEqual({
    deploymentName: 'frontier',
    model: { format: 'OpenAI', name: 'gpt-4.1', version: '2025-04-14' },
    sku: { name: expected, capacity: 50 },
    versionUpgradeOption: 'NoAutoUpgrade',
    contentFilterName: 'frontier-filter',
  });
});

test('has no Azure OpenAI account without a model for it', () => {
  const { chat, embed } = platform().models;
  const models = { ...(chat === undefined ? {} : { chat }), ...(embed === undefined ? {} : { embed }) };
  const knowledge = { handbook: { stores: ['ai-search'], embedding: 'embed' } } as const;
  expect(azurePlan({ models, knowledge }).deployment).not.toHaveProperty('account');
  expect(azurePlan().deployment.account?.name.value).toMatch(/^support-dev-[0-9a-f]{8}$/);
});

test('a version under deployedModels that the catalogue does not have is reported with the nearest', () => {
  const azure = { ...azureTarget, deployedModels: ['gpt-legacy 1', 'gpt-closed-1'] };
  const issues = planIssues({ environments: { dev: developmentEnvironment({ azure }) } });
  expect(issues.map(({ code, path, fix }) => [code, path, fix])).toEqual([
    ['UnknownModelVersion', 'environments.dev.azure.deployedModels[1]', "did you mean 'gpt-closed 1'?"],
  ]);
});
