import assert from 'node:assert';
import { catalog } from '../../../lib/catalog';
import { plan, settle } from '../../../lib/plan';
import { resolve } from '../../../lib/platform';
import config from '../../../llmops.config';
import { recordEnvironment } from '../../helpers/azure-platform';
import { ofType } from '../../helpers/azure-recording';
import { azurePlan } from '../../helpers/plan';
import type { Case } from '../case';

/** Supported metrics of online endpoints (2026-07-13), of AI Search (2026-08-14) and of Azure OpenAI (2026-07-31). */
const published =
  /^(RequestLatency(_P(50|90|95|99))?|RequestsPerMinute|ConnectionsActive|ThrottledSearchQueriesPercentage|SearchLatency|AzureOpenAIAvailabilityRate)$/;

export const azureAlerts: Case = {
  id: 'azure-alerts',
  fault: 'Azure has no alert, autoscale setting or budget, and production runs one instance',
  expected: 'production: alerts on metrics that exist, scaling, a budget, two instances where the tier says so',
  async check() {
    const resolved = resolve(config);
    assert.ok(resolved.ok);
    const planned = plan(resolved.value, 'prod', catalog);
    assert.ok(planned.ok);
    const recording = await recordEnvironment(settle(planned.value));
    const count = (type: string): number => ofType(recording, `azure-native:${type}`).length;
    assert.deepStrictEqual(
      ['monitor:MetricAlert', 'monitor:ActionGroup', 'monitor:AutoscaleSetting', 'consumption:Budget'].map(count),
      [5, 1, 1, 1],
    );
    const monitors = ['monitor:MetricAlert', 'monitor:AutoscaleSetting'].flatMap((type) =>
      ofType(recording, `azure-native:${type}`),
    );
    const metrics = monitors.flatMap(({ inputs }) => [...JSON.stringify(inputs).matchAll(/"metricName":"(\w+)"/g)]);
    assert.strictEqual(metrics.length, 7);
    for (const [, metric = ''] of metrics) assert.match(metric, published);

    // The reference platform keeps a pilot light on Azure: one copy by its definition. Without failover there are two.
    const chat = azurePlan({}, 'prod').deployment.endpoints['chat'];
    assert.ok((chat?.instanceCount.value ?? 0) >= 2);
  },
};
