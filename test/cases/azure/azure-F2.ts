import assert from 'node:assert';
import { azureContainer, azureEndpoint, azurePlan, settledPlan } from '../../helpers/azure-plan-fixture';
import { recordEnvironment } from '../../helpers/azure-platform';
import { StrictEngine } from '../../helpers/strict-engine';
import type { Case } from '../case';

export const backToAFormerDigest: Case = {
  id: 'azure-F2',
  fault: 'going back to a former image digest by config is refused: the provider does not create what exists',
  expected: 'another digest and the former one again both deploy, also after a failed update, and nothing is left over',
  async check() {
    const [former, next] = await Promise.all(['b2', 'b7'].map(recordImage));
    assert.ok(former !== undefined && next !== undefined);
    const engine = new StrictEngine();
    assert.deepStrictEqual(engine.up(former), []);
    const before = new Set(engine.cloud);
    assert.deepStrictEqual([engine.up(next), engine.up(former)], [[], []]);
    assert.deepStrictEqual(engine.cloud, before);

    const failing = engine.up(next, ({ type }) => type.endsWith(':OnlineDeployment'));
    assert.deepStrictEqual([failing, engine.up(former)], [[], []]);
    assert.deepStrictEqual(engine.cloud, before);
  },
};

function recordImage(end: string) {
  const plan = azurePlan('prod');
  const chat = azureEndpoint({ container: azureContainer(end) });
  return recordEnvironment(settledPlan('prod', { ...plan, deployment: { ...plan.deployment, endpoints: { chat } } }));
}
