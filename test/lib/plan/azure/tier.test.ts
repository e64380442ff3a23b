import { settle } from '../../../../lib/plan';
import { azurePlan } from '../../../helpers/plan';
import { developmentEnvironment } from '../../../helpers/platform';

/** Values that a service takes only when a resource is created, and that an update would therefore be refused for. */
function finalValues(tier: 'development' | 'staging' | 'production') {
  const { initialization } = settle(azurePlan({ environments: { dev: developmentEnvironment({ tier }) } }));
  const { storage, containerRegistry } = initialization;
  return { storage: storage.sku, zones: containerRegistry.zoneRedundancy };
}

test('what is final when it is created is the same in every tier', () => {
  expect([finalValues('staging'), finalValues('production')]).toEqual(
    Array.from({ length: 2 }, () => finalValues('development')),
  );
});
