import { azurePlan } from '../../../helpers/plan';
import { azureTarget, platform } from '../../../helpers/platform';

test('images survive the loss of a zone where the location has zones', () => {
  expect(azurePlan().initialization.containerRegistry.zoneRedundancy.value).toBe('Enabled');
  const { frontier } = platform().models;
  const zoneless = azurePlan(
    {
      environments: { stage: { tier: 'staging', azure: { ...azureTarget, location: 'zonelesseurope' } } },
      models: frontier === undefined ? {} : { frontier },
      endpoints: {},
      knowledge: {},
      registry: { models: [] },
      tuning: {},
    },
    'stage',
  );
  expect(zoneless.initialization.containerRegistry.zoneRedundancy.value).toBe('Disabled');
});

test('a managed identity can pull, and the plan says what that costs', () => {
  const { armAudienceTokens } = azurePlan().initialization.containerRegistry;
  expect(armAudienceTokens.value).toBe('enabled');
  expect(armAudienceTokens.rejected.map(({ value }) => value)).toEqual(['disabled']);
});
