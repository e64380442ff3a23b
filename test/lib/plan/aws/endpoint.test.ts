import type { AwsEndpointPlan } from '../../../../lib/plan';
import { planEndpoint, settle } from '../../../../lib/plan';
import type { EndpointSpec, Tier } from '../../../../lib/platform';
import { openWeights } from '../../../../lib/platform';
import { catalog, offer } from '../../../helpers/catalog';
import { digest, endpoint } from '../../../helpers/platform';

const revision = '0123456789abcdef0123456789abcdef01234567';

interface Options {
  readonly tier?: Tier;
  readonly overrides?: Partial<EndpointSpec>;
  readonly instances?: typeof catalog.instances;
  readonly artifact?: { readonly s3Uri: string };
}

function chat({
  tier = 'production',
  overrides = {},
  instances = catalog.instances,
  artifact,
}: Options = {}): AwsEndpointPlan {
  const planned = planEndpoint('aws', {
    key: 'chat',
    platform: 'search',
    environment: 'prod',
    tier,
    endpoint: endpoint(overrides),
    model: openWeights('Qwen/Qwen3-32B', { revision, ...(artifact === undefined ? {} : { artifact }) }),
    catalog: { ...catalog, instances },
    target: { account: '111111111111', region: 'eu-central-1' },
  });
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues, null, 2));
  return planned.value;
}

test('plans an endpoint without a platform around it', () => {
  expect(settle(chat())).toMatchObject({
    endpointName: 'search-prod-chat',
    placement: 'sagemaker',
    instanceType: 'ml.p5.4xlarge',
    imageUri: `763104351884.dkr.ecr.eu-central-1.amazonaws.com/vllm@${digest('a')}`,
    inferenceAmiVersion: 'al2023-ami-sagemaker-inference-gpu-4-1',
  });
});

test('writes out every argument the size rests on', () => {
  expect(chat().environment.value).toEqual({
    HF_HUB_OFFLINE: '1',
    TRANSFORMERS_OFFLINE: '1',
    VLLM_NO_USAGE_STATS: '1',
    SM_VLLM_DTYPE: 'bfloat16',
    SM_VLLM_GPU_MEMORY_UTILIZATION: '0.9',
    SM_VLLM_MAX_MODEL_LEN: '5120',
    SM_VLLM_MAX_NUM_BATCHED_TOKENS: '8192',
    SM_VLLM_MAX_NUM_SEQS: '8',
    SM_VLLM_MODEL: '/opt/ml/model',
    SM_VLLM_SERVED_MODEL_NAME: 'chat',
    SM_VLLM_TENSOR_PARALLEL_SIZE: '1',
  });
});

test('takes weights from the artifact bucket by revision, or from where the spec says', () => {
  expect(chat().modelDataUri.value).toMatch(
    new RegExp(`^s3://search-prod-artifacts-[0-9a-f]{8}/models/Qwen/Qwen3-32B/${revision}/$`),
  );
  const pinned = chat({ artifact: { s3Uri: 's3://weights/qwen/' } }).modelDataUri;
  expect(pinned.value).toBe('s3://weights/qwen/');
  expect(pinned.because).toEqual([{ rule: 'spec.pinned', text: 'pinned by models.chat.artifact.s3Uri' }]);
});

test.each([
  ['development', { kind: 'instances', minInstances: 1, maxInstances: 1 }, { kind: 'all-at-once' }],
  ['staging', { kind: 'instances', minInstances: 1, maxInstances: 2 }, { kind: 'all-at-once', waitSeconds: 300 }],
  [
    'production',
    { kind: 'instances', minInstances: 2, maxInstances: 4 },
    { kind: 'canary', canaryPercent: 50, waitSeconds: 600 },
  ],
] as const)('gives %s its capacity and its way of updating', (tier, capacity, rollout) => {
  expect([chat({ tier }).capacity.value, chat({ tier }).rollout.value]).toEqual([capacity, rollout]);
});

test('runs one copy below production, which may grow to the whole peak in staging', () => {
  const overrides = { traffic: { peakConcurrency: 60, inputTokens: 1000, outputTokens: 200 } };
  const sizes = (['development', 'staging', 'production'] as const).map(
    (tier) => chat({ tier, overrides, instances: [offer()] }).capacity.value,
  );
  expect(sizes).toEqual([
    { kind: 'instances', minInstances: 1, maxInstances: 1 },
    { kind: 'instances', minInstances: 1, maxInstances: 5 },
    { kind: 'instances', minInstances: 5, maxInstances: 10 },
  ]);
});

test('updates in batches where instances are too scarce for a second fleet', () => {
  const planned = chat({ overrides: { pinned: { aws: { instanceType: 'ml.p5.48xlarge' } } } });
  expect(planned.capacity.value).toEqual({ kind: 'instances', minInstances: 2, maxInstances: 3 });
  expect(planned.rollout.value).toEqual({ kind: 'rolling', batchPercent: 50, waitSeconds: 600 });
});

test('goes to zero copies when the spec says so, and pays for the hours with traffic only', () => {
  const traffic = { peakConcurrency: 8, inputTokens: 1000, outputTokens: 200, hoursPerDay: 6 };
  const warm = chat({ tier: 'development', overrides: { traffic } });
  const idle = chat({ tier: 'development', overrides: { traffic, whenIdle: 'scale-to-zero' } });
  expect(idle.capacity.value).toEqual({
    kind: 'copies',
    minCopies: 0,
    maxCopies: 1,
    acceleratorsPerCopy: 1,
    minMemoryMiB: 209_715,
  });
  expect([warm.usdPerMonth.value, idle.usdPerMonth.value]).toEqual([7300, 1825]);
  expect(chat({ tier: 'staging', overrides: { traffic, whenIdle: 'scale-to-zero' } }).rollout.value.kind).toBe(
    'rolling',
  );
});

test('sets no customer key where local NVMe is unknown, and asks for the fact', () => {
  const { localNvme, ...row } = offer();
  expect(localNvme).toBe(true);
  const { value, because } = chat({ instances: [row] }).volumeEncryption;
  expect([value, because[0]?.text]).toEqual([
    'instance-store-hardware',
    'whether ml.p5.4xlarge has local NVMe is unknown, so no key is set: write localNvme in its row of catalog.instances',
  ]);
});

test('sets no customer key on local NVMe, and one on network storage', () => {
  expect(chat().volumeEncryption.value).toBe('instance-store-hardware');
  expect(chat({ instances: [offer({ localNvme: false })] }).volumeEncryption.value).toBe('customer-key');
});

test('says when a price is estimated', () => {
  const instances = [offer({ priceStatus: 'estimated' })];
  expect(chat({ instances }).usdPerMonth.because[0]?.text).toContain(
    'the price is estimated, check it before ordering',
  );
});

test('says that the image is unproven on a GPU it is known to have failed on, and on no other', () => {
  const rules = (accelerator: string): readonly string[] => {
    const accelerators = catalog.accelerators.map((row) => (row.id === 'H100' ? { ...row, id: accelerator } : row));
    const planned = planEndpoint('aws', {
      key: 'chat',
      platform: 'search',
      environment: 'prod',
      tier: 'production',
      endpoint: endpoint(),
      model: openWeights('Qwen/Qwen3-32B', { revision }),
      catalog: { ...catalog, accelerators, instances: [offer({ accelerator })] },
      target: { account: '111111111111', region: 'eu-central-1' },
    });
    return planned.ok ? planned.value.imageUri.because.map(({ rule }) => rule) : [];
  };
  expect(rules('A10G')).toEqual(['serving.image-by-digest', 'serving.unproven-gpu']);
  expect(rules('L4')).toEqual(['serving.image-by-digest']);
});

test('waits as long as the weights take, in whole minutes', () => {
  const planned = chat();
  expect(planned.modelDataDownloadTimeoutSeconds.value).toBe(660);
  expect(planned.startupHealthCheckTimeoutSeconds.value).toBe(600);
});

test('raises the alarm at twice a typical answer of the agreed speed', () => {
  const slo = { timeToFirstTokenMs: 2000, timePerOutputTokenMs: 50 };
  expect(chat({ overrides: { slo } }).alarms.latencyP99Ms.value).toBe(23_900);
});

test('starts another instance before one carries all it can', () => {
  const { targetConcurrency } = chat();
  expect(targetConcurrency.value).toBe(5);
  expect(targetConcurrency.because[0]?.text).toContain('0.7 of the 8 requests');
});

test('honours a pinned number of copies', () => {
  const pinned = chat({ overrides: { pinned: { aws: { replicas: 3 } } } });
  expect(pinned.capacity.value).toEqual({ kind: 'instances', minInstances: 3, maxInstances: 6 });
});

test.each([
  ['development', {}, 2],
  ['production', {}, 4],
  ['production', { pinned: { aws: { instanceType: 'ml.p5.48xlarge' } } }, 3],
] as const)('says how many instances the quota of %s must allow, updates included', (tier, overrides, needed) => {
  const instances = catalog.instances.map((row) => ({ ...row, quota: `${row.instanceType} for endpoint usage` }));
  const { quota, instanceType } = chat({ tier, overrides, instances });
  expect(quota?.value).toEqual({ name: `${instanceType.value} for endpoint usage`, needed, unit: 'instances' });
});

test('says nothing of a quota the catalogue does not name', () => {
  expect(chat()).not.toHaveProperty('quota');
});
