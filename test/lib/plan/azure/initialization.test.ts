import { azurePlan } from '../../../helpers/plan';
import { azureTarget, platform } from '../../../helpers/platform';

test('spreads storage over zones only where a location has them', () => {
  const environments = {
    stage: { tier: 'staging' as const, azure: { ...azureTarget, location: 'zonelesseurope' } },
  };
  const { models } = platform();
  const { frontier } = models;
  const plan = azurePlan(
    {
      environments,
      models: frontier === undefined ? {} : { frontier },
      endpoints: {},
      knowledge: {},
      registry: { models: [] },
      tuning: {},
    },
    'stage',
  );
  expect(plan.initialization.storage.sku.value).toBe('Standard_LRS');
});
