import { planAll, settle } from '../../../lib/plan';
import type { EnvironmentSpec } from '../../../lib/platform';
import { stageTemplates } from '../../helpers/aws-app';
import { catalog } from '../../helpers/catalog';
import { developmentEnvironment, productionEnvironment, resolvedPlatform } from '../../helpers/platform';

function plans(dev: Partial<EnvironmentSpec>) {
  const environments = { dev: developmentEnvironment(dev), prod: productionEnvironment() };
  const planned = planAll(resolvedPlatform({ environments }), catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const { dev: one, prod } = planned.value;
  if (one === undefined || prod === undefined) throw new Error('an environment is missing');
  return { dev: settle(one), prod: settle(prod) };
}

const plain = plans({});

test('an environment without an endpoint has no stack for it, and the other environment does not change', () => {
  const { dev, prod } = plans({ endpoints: { chat: false } });
  expect(prod).toEqual(plain.prod);
  expect(dev.aws?.deployment.endpoints).toEqual({});
  expect(dev.azure?.deployment.endpoints).toEqual({});
  const without = stageTemplates(dev);
  expect(without).not.toHaveProperty('deployment');
  const whole = stageTemplates(plain.dev);
  for (const [stack, { Resources }] of Object.entries(without)) {
    expect(Object.keys(whole[stack]?.Resources ?? {})).toEqual(expect.arrayContaining(Object.keys(Resources)));
  }
});

test('other traffic and pins size the endpoint in one environment only', () => {
  const { dev, prod } = plans({
    endpoints: { chat: { traffic: { peakConcurrency: 1 }, pinned: { azure: { replicas: 3 } } } },
  });
  expect(prod).toEqual(plain.prod);
  expect(dev.azure?.deployment.endpoints['chat']?.instanceCount).toBe(3);
  expect(dev.aws?.deployment.endpoints['chat']).not.toEqual(plain.dev.aws?.deployment.endpoints['chat']);
  expect(dev.aws?.deployment.endpoints['chat']?.endpointName).toBe(
    plain.dev.aws?.deployment.endpoints['chat']?.endpointName,
  );
});

test('a model has the capacity of the environment', () => {
  const { dev, prod } = plans({ models: { frontier: { capacityKTpm: 7 } } });
  expect(dev.azure?.deployment.models['frontier']?.sku.capacity).toBe(7);
  expect(prod).toEqual(plain.prod);
});
