import type { EndpointPlacement } from '../../../../constructs/aws';
import { GpuInferenceEndpoint, ImageRepository } from '../../../../constructs/aws';
import { familiesWithLocalNvme } from '../../../../lib/constraints/local-nvme';
import { settle } from '../../../../lib/plan';
import { openWeights } from '../../../../lib/platform';
import { network, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { endpointTemplate } from '../../../helpers/aws-endpoint-template';
import { endpointSlice, warmEndpointSlice } from '../../../helpers/aws-plan-fixture';
import { statementsOf } from '../../../helpers/aws-policies';
import { awsCaseEndpoint } from '../../../helpers/case-config';
import { codedErrorOf } from '../../../helpers/coded-error';
import { digest } from '../../../helpers/platform';

const registry = '763104351884.dkr.ecr.eu-central-1.amazonaws.com/vllm';
const instances = (minInstances: number, maxInstances: number) =>
  ({ capacity: { kind: 'instances', minInstances, maxInstances } }) as const;
const canary = (canaryPercent: number) => ({ kind: 'canary', canaryPercent, waitSeconds: 300 }) as const;
const rolling = (batchPercent: number, waitSeconds = 300) => ({ kind: 'rolling', batchPercent, waitSeconds }) as const;
const copies = { kind: 'copies', minCopies: 0, maxCopies: 2, acceleratorsPerCopy: 1, minMemoryMiB: 1024 } as const;

test.each<readonly [prop: string, got: unknown, wrong: Partial<EndpointPlacement>]>([
  ['endpointName', 'a_b', { endpointName: 'a_b' }],
  ['instanceType', 'g6e.xlarge', { instanceType: 'g6e.xlarge' }],
  ['capacity.minInstances', 0, instances(0, 2)],
  ['capacity.minInstances', 1.5, instances(1.5, 2)],
  ['capacity.maxInstances', 1, { ...instances(2, 1), rollout: rolling(50) }],
  ['capacity.maxCopies', 0, { capacity: { ...copies, maxCopies: 0 } }],
  ['capacity.acceleratorsPerCopy', 0, { capacity: { ...copies, acceleratorsPerCopy: 0 } }],
  ['capacity.minMemoryMiB', 64, { capacity: { ...copies, minMemoryMiB: 64 } }],
  ['targetConcurrency', 0, { targetConcurrency: 0 }],
  ['imageUri', `${registry}:latest`, { imageUri: `${registry}:latest` }],
  ['imageUri', `${registry}@sha256:abc`, { imageUri: `${registry}@sha256:abc` }],
  ['imageUri', `docker.io/vllm@${digest('a')}`, { imageUri: `docker.io/vllm@${digest('a')}` }],
  [
    'imageUri',
    `763104351884.dkr.ecr.us-east-1.amazonaws.com/vllm@${digest('a')}`,
    { imageUri: `763104351884.dkr.ecr.us-east-1.amazonaws.com/vllm@${digest('a')}` },
  ],
  ['modelDataUri', 's3://bucket/weights', { modelDataUri: 's3://bucket/weights' }],
  ['startupHealthCheckTimeoutSeconds', 30, { startupHealthCheckTimeoutSeconds: 30 }],
  ['modelDataDownloadTimeoutSeconds', 3601, { modelDataDownloadTimeoutSeconds: 3601 }],
  ['rollout.batchPercent', 4, { rollout: rolling(4) }],
  ['rollout.batchPercent', 51, { rollout: rolling(51) }],
  ['rollout.waitSeconds', 3601, { rollout: rolling(50, 3601) }],
  ['rollout.waitSeconds', -1, { rollout: { kind: 'all-at-once', waitSeconds: -1 } }],
  ['rollout.canaryPercent', 60, { rollout: canary(60) }],
  ['rollout.kind', 'canary', { ...instances(1, 2), rollout: canary(50) }],
  ['rollout.kind', 'canary', { capacity: copies, rollout: canary(50) }],
  ['alarms.latencyP99Ms', 0, { alarms: { latencyP99Ms: 0, errorPercent: 1 } }],
  ['alarms.errorPercent', 101, { alarms: { latencyP99Ms: 1, errorPercent: 101 } }],
  [
    'scheduledActions[0].minInstances',
    7,
    { scheduledActions: [{ name: 'day', schedule: 'cron(0 7 * * ? *)', timeZone: 'UTC', minInstances: 7 }] },
  ],
])('%s %j is refused at construction, with its place and a way out', async (prop, got, wrong) => {
  const error = await codedErrorOf(() => endpointTemplate({ ...warmEndpointSlice(), ...wrong }));
  expect(error).toMatchObject({ code: 'InvalidProps', place: `test/Endpoint: ${prop}`, got });
  expect(error.expected).not.toBe('');
  expect(error.fix).not.toBe('');
});

test('a retention that CloudWatch does not have is refused', async () => {
  const error = await codedErrorOf(() => endpointTemplate(warmEndpointSlice(), { logRetentionDays: 31 }));
  expect(error).toMatchObject({ code: 'InvalidProps', place: 'test/Endpoint: logRetentionDays', got: 31 });
});

test.each(familiesWithLocalNvme)('a customer key on ml.%s is refused', async (family) => {
  const slice = warmEndpointSlice({ instanceType: `ml.${family}.xlarge`, volumeEncryption: 'customer-key' });
  const error = await codedErrorOf(() => endpointTemplate(slice));
  expect(error).toMatchObject({ place: 'test/Endpoint: volumeEncryption', fix: "use 'instance-store-hardware'" });
});

test('everything that is wrong is said at once', async () => {
  const wrong = {
    ...instances(0, 0),
    imageUri: `${registry}:latest`,
    volumeEncryption: 'customer-key',
    rollout: canary(60),
  };
  const error = await codedErrorOf(() =>
    endpointTemplate(warmEndpointSlice({ ...wrong, volumeEncryption: 'customer-key' })),
  );
  expect(error.got).toEqual([
    'capacity.minInstances: 0',
    'capacity.maxInstances: 0',
    `imageUri: "${registry}:latest"`,
    'volumeEncryption: "customer-key"',
    'rollout.canaryPercent: 60',
  ]);
});

test.each([
  ['a canary of half of two', { ...instances(2, 4), rollout: canary(50) }],
  ['one instance all at once', { ...instances(1, 1), rollout: { kind: 'all-at-once' } as const }],
  ['a customer key without local NVMe', { instanceType: 'ml.p3.8xlarge', volumeEncryption: 'customer-key' } as const],
  ['an unknown family', { instanceType: 'ml.g99.xlarge', volumeEncryption: 'customer-key' } as const],
])('%s is accepted', (_what, right) => {
  expect(() => endpointTemplate(warmEndpointSlice(right))).not.toThrow();
});

test("an image of the kit's own repository, whose URI is known at deployment, is served and may be pulled", () => {
  const stack = testStack();
  const encryptionKey = testKey(stack);
  const images = new ImageRepository(stack, 'Images', {
    repositoryName: 'team/vllm',
    encryptionKey,
    dataRetention: 'retain',
  });
  const imageUri = images.resource.repositoryUriForDigest(digest('a'));
  new GpuInferenceEndpoint(stack, 'Endpoint', {
    placement: endpointSlice({ imageUri }),
    network,
    encryptionKey,
    logRetentionDays: 30,
    dataRetention: 'destroy',
  });
  const template = templateOf(stack);
  const pull = statementsOf(template).find(({ actions }) => actions.includes('ecr:BatchGetImage'));
  expect(JSON.stringify(pull?.resources)).toContain('"Ref":"Images');
  expect(JSON.stringify(onlyResource(template, 'AWS::SageMaker::Model').Properties)).toContain(digest('a'));
});

test('a token URI without a digest is refused without text of the CDK', async () => {
  const stack = testStack();
  const images = new ImageRepository(stack, 'Images', {
    repositoryName: 'vllm',
    encryptionKey: testKey(stack),
    dataRetention: 'retain',
  });
  const error = await codedErrorOf(() =>
    endpointTemplate(endpointSlice({ imageUri: images.resource.repositoryUriForTag('latest') })),
  );
  expect(error.message).not.toContain('Token[');
  expect(error).toMatchObject({ got: 'a value that is known at deployment', expected: 'an image by digest' });
});

test.each(['development', 'staging', 'production'] as const)('what is planned for %s is accepted', (tier) => {
  for (const whenIdle of tier === 'production' ? (['keep-warm'] as const) : (['keep-warm', 'scale-to-zero'] as const)) {
    for (const id of ['Qwen/Qwen3-0.6B', 'Qwen/Qwen3-32B', 'openai/gpt-oss-120b']) {
      const model = openWeights(id, { revision: '0123456789abcdef0123456789abcdef01234567' });
      const placement = settle(awsCaseEndpoint({ environment: { tier }, endpoint: { whenIdle }, model }));
      expect(() => endpointTemplate(placement)).not.toThrow();
    }
  }
});
