import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import { openWeights } from '../../../lib/platform';
import { recordEnvironment } from '../../helpers/azure-platform';
import { environmentPlan } from '../../helpers/plan';
import type { PlatformOverrides } from '../../helpers/platform';
import { digest, endpoint, platform } from '../../helpers/platform';
import { StrictEngine } from '../../helpers/strict-engine';
import type { Case } from '../case';

const { models } = platform();
const imageDigest = { aws: digest('a'), azure: digest('d') };

/** One change of one line of the config, each to be taken back. */
const changes: readonly PlatformOverrides[] = [
  { endpoints: { chat: endpoint({ serving: { engine: 'vllm', version: '0.27.1', imageDigest } }) } },
  { models: { ...models, chat: openWeights('Qwen/Qwen3-32B', { revision: '1'.repeat(40) }) } },
  { endpoints: { chat: endpoint({ pinned: { azure: { replicas: 3 } } }) } },
  { endpoints: { chat: endpoint({ traffic: { peakConcurrency: 4, inputTokens: 2000, outputTokens: 200 } }) } },
];

export const day2D05: Case = {
  id: 'day-2-D05',
  fault: 'names come from content and the former generation is retained, so a former config cannot be deployed again',
  expected: 'image, revision, count and load each change and are taken back, and leave the same resources',
  async check() {
    const original = await recordConfig({});
    for (const change of changes) {
      const engine = new StrictEngine();
      engine.up(original);
      const before = new Set(engine.cloud);
      assert.deepStrictEqual([engine.up(await recordConfig(change)), engine.up(original)], [[], []]);
      assert.deepStrictEqual(engine.cloud, before);
    }
  },
};

function recordConfig(overrides: PlatformOverrides) {
  return recordEnvironment(settle(environmentPlan(overrides, 'prod')));
}
