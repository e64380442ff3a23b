import type { AwsTuningJobPlan } from '../../../../lib/plan';
import { plan } from '../../../../lib/plan';
import { settle } from '../../../../lib/plan';
import type { TuningSpec } from '../../../../lib/platform';
import { catalog } from '../../../helpers/catalog';
import { awsPlan } from '../../../helpers/plan';
import { resolvedPlatform } from '../../../helpers/platform';
import { digest } from '../../../helpers/platform';

const image = { repository: 'train', digest: digest('c') };

function job(overrides: Partial<TuningSpec> = {}, environment = 'dev'): AwsTuningJobPlan {
  const { lora } = awsPlan({ tuning: { lora: { base: 'chat', method: 'lora', image, ...overrides } } }, environment)
    .tuning.jobs;
  if (lora === undefined) throw new Error('the job is not planned');
  return lora;
}

test('decides everything about a job that the spec leaves open', () => {
  expect(settle(job())).toEqual({
    pipelineName: 'support-dev-lora',
    instanceType: 'ml.g6e.12xlarge',
    instanceCount: 1,
    // 61.0 GiB of weights three times and 50 GiB, in steps of 10.
    volumeGiB: 240,
    volumeEncryption: 'instance-store-hardware',
    maxRuntimeSeconds: 43_200,
    imageUri: `763104351884.dkr.ecr.eu-central-1.amazonaws.com/train@${digest('c')}`,
    hyperparameters: { method: 'lora' },
    dataPrefix: 'tuning/lora/data/',
    outputPrefix: 'tuning/lora/output/',
    baseModelUri: expect.stringMatching(
      /^s3:\/\/support-dev-artifacts-[0-9a-f]{8}\/models\/Qwen\/Qwen3-32B\/[0-9a-f]{40}\/$/,
    ) as string,
    modelPackageGroup: 'chat',
  });
  expect(job().volumeGiB.because[0]?.text).toBe(
    '61.0 GiB of weights three times (base, checkpoint, result) and 50 GiB for data and container',
  );
});

test('follows the spec where it decides', () => {
  const planned = job({
    maxRuntimeHours: 1.5,
    hyperparameters: { epochs: '3', method: 'qlora' },
    dataPrefix: 'mine/',
    instanceType: 'ml.p5.48xlarge',
  });
  expect(settle(planned)).toMatchObject({
    instanceType: 'ml.p5.48xlarge',
    maxRuntimeSeconds: 5400,
    hyperparameters: { epochs: '3', method: 'lora' },
    dataPrefix: 'mine/',
    outputPrefix: 'tuning/lora/output/',
  });
  expect(planned.maxRuntimeSeconds.because[0]?.rule).toBe('spec.pinned');
  expect(planned.instanceType.because[0]?.text).toBe('pinned by tuning.lora.instanceType');
});

test('registers no candidate of a model without a version history', () => {
  const { jobs } = awsPlan({
    registry: { models: [] },
    tuning: { lora: { base: 'chat', method: 'lora', image } },
  }).tuning;
  expect(jobs.lora).not.toHaveProperty('modelPackageGroup');
});

test('tunes in every environment, each on the data of its own account', () => {
  expect(Object.keys(awsPlan().tuning.jobs)).toEqual(['chat-lora']);
  expect(Object.keys(awsPlan({}, 'prod').tuning.jobs)).toEqual(['chat-lora']);
});

test.each([
  [true, 'instance-store-hardware'],
  [false, 'customer-key'],
] as const)('with local NVMe %s a training volume is encrypted by %s', (localNvme, volumeEncryption) => {
  const instances = catalog.instances.map((offer) => ({ ...offer, localNvme }));
  const planned = plan(resolvedPlatform(), 'dev', { ...catalog, instances });
  expect(planned.ok && settle(planned.value.aws?.tuning.jobs['chat-lora'])).toMatchObject({ volumeEncryption });
});

test('full tuning needs more memory than LoRA', () => {
  expect(settle(job({ method: 'full' }))).toMatchObject({
    instanceType: 'ml.p5.48xlarge',
    hyperparameters: { method: 'full' },
  });
});
