import { catalog } from '../../../lib/catalog';
import { settle } from '../../../lib/plan';
import { plan } from '../../../lib/plan';
import { openWeights, resolve } from '../../../lib/platform';
import { recordEnvironment } from '../../helpers/azure-platform';
import { onlyOfType } from '../../helpers/azure-recording';
import { at } from '../../helpers/json-path';
import { azureTarget, digest, platform } from '../../helpers/platform';
import type { Case } from '../case';

const probed = platform({
  environments: { dev: { tier: 'development', azure: { ...azureTarget, location: 'eastus' } } },
  residency: undefined,
  models: { chat: openWeights('Qwen/Qwen3-8B', { revision: '0123456789abcdef0123456789abcdef01234567' }) },
  endpoints: {
    chat: {
      model: 'chat',
      clouds: ['azure'],
      traffic: { peakConcurrency: 4, inputTokens: 1000, outputTokens: 250 },
      serving: { engine: 'vllm', version: '0.27.1', imageDigest: { azure: digest('b') } },
      pinned: { azure: { instanceType: 'Standard_NC24ads_A100_v4', replicas: 1 } },
    },
  },
  knowledge: undefined,
  registry: undefined,
  tuning: undefined,
  pipeline: undefined,
});

/** Source: Azure/azureml-examples pull request 3983 (2026-06-02). */
export const p58: Case = {
  id: 'P58',
  fault: 'the default probes end a container that still loads its model',
  expected: 'start-up and readiness probes that wait for the weights, and liveness after that time',
  async check() {
    const resolved = resolve(probed);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
    const planned = plan(resolved.value, 'dev', catalog);
    if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
    const recording = await recordEnvironment(settle(planned.value));
    const { inputs } = onlyOfType(recording, 'azure-native:machinelearningservices:OnlineDeployment');
    const seconds = planned.value.azure?.deployment.endpoints['chat']?.startupTimeoutSeconds.value ?? 0;
    expect(seconds).toBeGreaterThan(300);
    for (const probe of ['startupProbe', 'readinessProbe']) {
      expect(at(inputs, 'properties', probe)).toMatchObject({
        period: 'PT10S',
        failureThreshold: Math.ceil(seconds / 10),
      });
    }
    expect(at(inputs, 'properties', 'livenessProbe', 'initialDelay')).toBe(`PT${seconds}S`);
  },
};
