import { catalog } from '../../../../lib/catalog';
import { marketOf } from '../../../../lib/plan/endpoint/market';
import { model, sizeRequest } from '../../../helpers/sizing';

const places = { aws: 'us-east-1', azure: 'eastus' };

test('every service of both clouds has its cheapest offer', () => {
  const cheapest = marketOf(catalog.instances).cheapest(sizeRequest({ model: model('Qwen/Qwen3-8B') }), places);
  expect([...cheapest.keys()].toSorted()).toEqual(['azure-ml', 'azure-vm', 'ec2', 'sagemaker']);
  for (const { problem, usdPerHour } of cheapest.values()) {
    expect(problem).toBeUndefined();
    expect(usdPerHour).toBeGreaterThan(0);
  }
});

test('a pin does not restrict the other services', () => {
  const pinned = sizeRequest({ model: model('Qwen/Qwen3-8B'), pinned: { instanceType: 'ml.p5.48xlarge' } });
  const cheapest = marketOf(catalog.instances).cheapest(pinned, places);
  expect([...cheapest.keys()].toSorted()).toEqual(['azure-ml', 'azure-vm', 'ec2', 'sagemaker']);
});

test('the result for a model is not that of another with the same id', () => {
  const market = marketOf(catalog.instances);
  const small = model('Qwen/Qwen3-8B');
  const large = { ...model('meta-llama/Llama-3.1-70B-Instruct'), id: small.id };
  const costs = [small, large, small].map(
    (one) => market.cheapest(sizeRequest({ model: one }), places).get('sagemaker')?.usdPerHour ?? 0,
  );
  expect(costs[1]).toBeGreaterThan(2 * (costs[0] ?? 0));
  expect(costs[2]).toBe(costs[0]);
});

test.each([
  ['other regions', {}, { aws: 'us-east-1' }],
  ['another objective', { slo: { timePerOutputTokenMs: 12 } }, places],
  [
    'another load',
    { traffic: { peakConcurrency: 400, inputTokens: 1000, outputTokens: 200, maxTokens: 5120 } },
    places,
  ],
  ['another number of copies', { minReplicas: 5 }, places],
  ['quotas', { quotas: Object.fromEntries(catalog.instances.map(({ quota = '' }) => [quota, 0])) }, places],
  ['another format', { dtype: 'fp8' as const }, places],
])('the result for a request is not that for %s', (_, overrides, where) => {
  const market = marketOf(catalog.instances);
  const request = sizeRequest({ model: model('Qwen/Qwen3-8B') });
  const before = market.cheapest(request, places);
  const other = { ...request, ...overrides };
  const after = market.cheapest(other, where);
  expect(after).toEqual(marketOf(catalog.instances).cheapest(other, where));
  expect(after).not.toEqual(before);
  expect(market.cheapest({ ...request }, { ...places })).toBe(before);
});

test('a market keeps its lists and groups, and another market has its own', () => {
  const [one, other] = [marketOf(catalog.instances), marketOf(catalog.instances.slice(0, 100))];
  const offers = one.offersIn('sagemaker', 'us-east-1');
  expect(one.offersIn('sagemaker', 'us-east-1')).toBe(offers);
  expect(one.groupsOf(offers)).toBe(one.groupsOf(offers));
  expect(offers).toEqual(catalog.instances.filter((row) => row.service === 'sagemaker' && row.region === 'us-east-1'));
  expect(other.offersIn('sagemaker', 'us-east-1').length).toBeLessThan(offers.length);
});
