import type { EnergyInput } from '../../../../lib/plan/endpoint/fleet-energy';
import { fleetEnergy } from '../../../../lib/plan/endpoint/fleet-energy';
import { catalog, offer } from '../../../helpers/catalog';
import { sizedEndpoint } from '../../../helpers/sized-endpoint';

const { copy } = sizedEndpoint();
const rated = { ...copy, accelerator: { ...copy.accelerator, tdpWatts: 700 } };

function energy(overrides: Partial<EnergyInput> = {}) {
  return fleetEnergy({
    copy: rated,
    offer: offer(),
    carbon: [],
    fleet: { hours: [{ hours: 730, load: 1, instances: 2 }], least: 2, most: 2, mean: 2 },
    peakReplicas: 2,
    traffic: { peakConcurrency: 8, inputTokens: 1000, outputTokens: 200 },
    loaded: true,
    ...overrides,
  });
}

test('is unknown without a rated power', () => {
  expect(energy({ copy })).toBeUndefined();
});

test('at the peak at every hour every copy draws the peak power', () => {
  const { peakWatts = 0, kwhPerMonth } = energy() ?? {};
  expect(peakWatts).toBeGreaterThan(2 * 700 * 0.15);
  expect(peakWatts).toBeLessThanOrEqual(2 * 700);
  expect(kwhPerMonth).toBeCloseTo((peakWatts * 730) / 1000, 6);
});

test.each([
  ['without load', { loaded: false }],
  [
    'in hours without requests',
    { fleet: { hours: [{ hours: 730, load: 0, instances: 2 }], least: 2, most: 2, mean: 2 } },
  ],
])('%s copies draw 15 percent of their rated power', (_, overrides) => {
  expect(energy(overrides)?.kwhPerMonth).toBeCloseTo((2 * 700 * 0.15 * 730) / 1000, 10);
});

test('hours without instances draw nothing', () => {
  const fleet = { hours: [{ hours: 730, load: 0, instances: 0 }], least: 0, most: 0, mean: 0 };
  expect(energy({ fleet })?.kwhPerMonth).toBe(0);
});

test('power is linear from one request to the peak', () => {
  const at = (load: number): number =>
    energy({ fleet: { hours: [{ hours: 1000, load, instances: 1 }], least: 1, most: 1, mean: 1 } })?.kwhPerMonth ?? 0;
  // A copy has four of the eight requests at the peak: more than that add nothing.
  expect(at(0.25) - at(0.125)).toBeCloseTo(at(0.375) - at(0.25), 10);
  expect(at(0.5)).toBeGreaterThan(at(0.375));
  expect(at(1)).toBeCloseTo(at(0.5), 10);
});

test('a month emits in the same grid and facility as a token', () => {
  const carbon = [
    {
      cloud: 'aws',
      region: 'eu-central-1',
      gramsCo2ePerKwh: 400,
      method: 'average',
      pue: 1.25,
      source: 'fixture',
      asOf: '2026-01-01',
    },
  ] as const;
  const found = energy({ carbon });
  expect(found?.kgCo2ePerMonth).toBeCloseTo((found?.kwhPerMonth ?? 0) * 0.4 * 1.25, 6);
  expect(energy({ carbon: catalog.carbon })).not.toHaveProperty('kgCo2ePerMonth');
});
