import { catalog } from '../../../../lib/catalog';
import { cheapestByService } from '../../../../lib/plan/endpoint/services';
import { model, sizeRequest } from '../../../helpers/sizing';

const places = { aws: 'us-east-1', azure: 'eastus' };

test('every service of both clouds answers with its cheapest offer', () => {
  const cheapest = cheapestByService(catalog, sizeRequest({ model: model('Qwen/Qwen3-8B') }), places);
  expect([...cheapest.keys()].toSorted()).toEqual(['azure-ml', 'azure-vm', 'ec2', 'sagemaker']);
  for (const { problem, usdPerHour } of cheapest.values()) {
    expect(problem).toBeUndefined();
    expect(usdPerHour).toBeGreaterThan(0);
  }
});

test('an answer for a model is none for another of the same name on the same offers', () => {
  const small = model('Qwen/Qwen3-8B');
  const large = { ...model('meta-llama/Llama-3.1-70B-Instruct'), id: small.id };
  const costs = [small, large, small].map(
    (one) => cheapestByService(catalog, sizeRequest({ model: one }), places).get('sagemaker')?.usdPerHour ?? 0,
  );
  expect(costs[1]).toBeGreaterThan(2 * (costs[0] ?? 0));
  expect(costs[2]).toBe(costs[0]);
});
