import { azurePlan } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment } from '../../../helpers/platform';

const order = ['initialization', 'experimentation', 'evaluation', 'deployment'];

test('a stage reads only what an earlier one publishes, and a key says who publishes it', () => {
  const handOffs = azurePlan().handOffs.value;
  expect(handOffs.length).toBeGreaterThan(3);
  for (const { name, producer, consumers } of handOffs) {
    expect(name.split('/')[0]).toBe(producer);
    for (const consumer of consumers) expect(order.indexOf(consumer)).toBeGreaterThan(order.indexOf(producer));
  }
  expect(new Set(handOffs.map(({ name }) => name)).size).toBe(handOffs.length);
});

test('a platform without services has a deployment stage that reads nothing', () => {
  const read = azurePlan({
    models: {},
    endpoints: {},
    knowledge: {},
    tuning: {},
    registry: { models: [] },
  }).handOffs.value.flatMap(({ consumers }) => consumers);
  expect(read).not.toContain('deployment');
  expect(read).toContain('evaluation');
});

test('the store answers on its public endpoint, unless deployments go through a private link', () => {
  const accessOf = (resourceManagerPrivateLink?: boolean) => {
    const azure = {
      ...azureTarget,
      ...(resourceManagerPrivateLink === undefined ? {} : { resourceManagerPrivateLink }),
    };
    const plan = azurePlan({ environments: { dev: developmentEnvironment({ azure }) } });
    return plan.initialization.handOffStore.publicNetworkAccess;
  };
  for (const open of [accessOf(), accessOf(false)]) {
    expect(open.value).toBe('Enabled');
    expect(open.because[0]?.source?.asOf).toBe('2026-11-30');
    expect(open.rejected.map(({ value }) => value)).toEqual(['Disabled']);
  }
  expect(accessOf(true)).toMatchObject({ value: 'Disabled', because: [{ rule: 'spec.pinned' }] });
});
