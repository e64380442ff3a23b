import type { InstanceOffer } from '../../../../lib/catalog';
import type { SizeRequest } from '../../../../lib/plan/sizing';
import { sizeEndpoint } from '../../../../lib/plan/sizing';
import { comparedWith, usdPerHourOf } from '../../../../lib/plan/sizing/price';
import { catalog, offer } from '../../../helpers/catalog';

const fact = { source: 'a contract', asOf: '2026-01-01' } as const;

test.each([
  [1, { usdPerHour: 10 }, 10],
  [3, { usdPerHour: 10 }, 30],
  [1, { usdPerHour: 10, reserved: { count: 2, usdPerHour: 4, ...fact } }, 4],
  [3, { usdPerHour: 10, reserved: { count: 2, usdPerHour: 4, ...fact } }, 18],
  [2, { usdPerHour: 10, reserved: { count: 2, usdPerHour: 0, ...fact } }, 0],
  [2, {}, undefined],
] as const)('%d instances of %j cost %p dollars an hour', (instances, priced, expected) => {
  expect(usdPerHourOf(priced, instances)).toBe(expected);
});

test.each([
  [10, 10, 'it costs the same'],
  [15, 10, 'it costs 50 % more'],
  [5, 10, 'it saves 50 %'],
  [5, 0, '$5.00 an hour; the chosen size is already paid for'],
  [0, 0, 'it costs the same'],
])('%d dollars compared with a chosen %d: %s', (usdPerHour, chosen, expected) => {
  expect(comparedWith(usdPerHour, chosen)).toBe(expected);
});

const model = catalog.models[0];

function chosen(offers: readonly InstanceOffer[]): string {
  if (model === undefined) throw new Error('the fixture has no model');
  const request: SizeRequest = {
    path: 'endpoints.chat',
    model,
    accelerators: catalog.accelerators,
    traffic: { peakConcurrency: 16, inputTokens: 1000, outputTokens: 200, maxTokens: 4096 },
    minReplicas: 2,
  };
  const size = sizeEndpoint(request, offers);
  if (!size.ok) throw new Error(JSON.stringify(size.issues));
  return size.value.value.instanceType;
}

test('chooses reserved instances where they are cheaper than the cheapest on demand, and only those', () => {
  const small = offer({ instanceType: 'ml.p5.4xlarge', usdPerHour: 10 });
  const large = offer({ instanceType: 'ml.p5.48xlarge', acceleratorCount: 8, usdPerHour: 70 });
  const held = { usdPerHour: 1, ...fact };
  expect(chosen([small, large])).toBe('ml.p5.4xlarge');
  expect(chosen([small, { ...large, reserved: { count: 2, ...held } }])).toBe('ml.p5.48xlarge');
  expect(chosen([small, { ...large, reserved: { count: 1, ...held } }])).toBe('ml.p5.4xlarge');
});
