import { planConfig } from '../../bin/project/planned';
import type { FileSource } from '../../lib/assets/ports';
import { pushFiles } from '../../lib/assets/push-files';
import { WeightsBucket } from '../../lib/cloud/aws/weights-bucket';
import type { LocalAws } from '../../lib/local/aws';
import type { SettledPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';
import { root } from './command';

/** The plan of an environment of the reference platform. */
export async function devPlan(environment = 'dev'): Promise<SettledPlan> {
  const planned = await planConfig('llmops.config.ts', root, environment);
  const [plan] = planned.ok ? planned.value.plans : [];
  if (plan === undefined) throw new Error(`${environment} is not planned`);
  return settle(plan);
}

const text = '{"architectures":[]}';
const source: FileSource = {
  place: 'test',
  list: () => Promise.resolve([{ path: 'config.json', bytes: text.length }]),
  async *read() {
    yield await Promise.resolve(Buffer.from(text));
  },
};

/** Brings the weights of every asset on AWS, a file of some bytes and its manifest, as `llmops assets push` does. */
export async function bringTestWeights(cloud: LocalAws, { aws, assets }: SettledPlan): Promise<void> {
  const { account = '', region = '' } = aws ?? {};
  const accessKeyId = cloud.env(account, region)['AWS_ACCESS_KEY_ID'] ?? '';
  for (const { kind, destination, source: wanted } of Object.values(assets)) {
    if (kind !== 'weights' || destination.kind !== 's3-prefix') continue;
    const options = { region, local: { endpoint: cloud.url, accessKeyId } };
    const store = new WeightsBucket(options, destination.bucket, destination.prefix);
    const issues = await pushFiles({ source, store, wanted, tell: () => undefined });
    if (issues.length > 0) throw new Error(JSON.stringify(issues));
  }
}
