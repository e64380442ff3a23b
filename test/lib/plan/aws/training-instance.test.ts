import type { InstanceOffer, ModelArchitecture } from '../../../../lib/catalog';
import type { TrainingRequest } from '../../../../lib/plan/aws/training-instance';
import { trainingInstance } from '../../../../lib/plan/aws/training-instance';
import { catalog, offer } from '../../../helpers/catalog';
import { digest } from '../../../helpers/platform';

const image = { repository: 'train', digest: digest('c') };
const [qwen32b] = catalog.models;

function model(totalParams: number): ModelArchitecture {
  if (qwen32b === undefined) throw new Error('the fixture has no model');
  return { ...qwen32b, totalParams };
}

/** One H100 has 81,000 MiB: 67.2 GiB after the reserve of 15 percent. */
const small = offer({ instanceType: 'ml.small' });
const large = offer({ instanceType: 'ml.large', acceleratorCount: 4, usdPerHour: 40 });

function request(overrides: Partial<TrainingRequest> & { readonly instanceType?: string } = {}): TrainingRequest {
  const { instanceType, ...rest } = overrides;
  return {
    key: 'job',
    job: { base: 'chat', method: 'lora', image, ...(instanceType === undefined ? {} : { instanceType }) },
    model: model(20),
    accelerators: catalog.accelerators,
    offers: [small, large],
    region: 'eu-central-1',
    ...rest,
  };
}

function withoutPrice({ usdPerHour, ...row }: InstanceOffer): InstanceOffer {
  if (usdPerHour === undefined) throw new Error(`${row.instanceType} has no price`);
  return { ...row, priceStatus: 'missing' };
}

function chosen(overrides: Parameters<typeof request>[0]): string | undefined {
  const result = trainingInstance(request(overrides));
  return result.ok ? result.value.offer.instanceType : undefined;
}

test.each([
  // 2.5 bytes per parameter: 28.8 billion parameters need 67.06 GiB, 28.9 billion 67.29 GiB.
  ['lora', 28.8, 'ml.small'],
  ['lora', 28.9, 'ml.large'],
  // 16 bytes: 4.5 billion parameters need 67.06 GiB, 4.52 billion 67.35 GiB.
  ['full', 4.5, 'ml.small'],
  ['full', 4.52, 'ml.large'],
  ['full', 19, undefined],
] as const)('%s tuning of %d billion parameters runs on %s', (method, totalParams, instanceType) => {
  expect(chosen({ job: { base: 'chat', method, image }, model: model(totalParams) })).toBe(instanceType);
});

test('counts the share of a partitioned GPU', () => {
  expect(chosen({ model: model(20), offers: [{ ...small, acceleratorShare: 0.5 }] })).toBeUndefined();
  expect(chosen({ model: model(14), offers: [{ ...small, acceleratorShare: 0.5 }] })).toBe('ml.small');
});

test('takes the cheapest, then the first by name, and lists three more expensive ones', () => {
  const offers: readonly InstanceOffer[] = [
    offer({ instanceType: 'ml.e', usdPerHour: 14 }),
    offer({ instanceType: 'ml.d', usdPerHour: 13 }),
    offer({ instanceType: 'ml.c', usdPerHour: 12 }),
    offer({ instanceType: 'ml.b', usdPerHour: 11 }),
    offer({ instanceType: 'ml.a', usdPerHour: 11 }),
  ];
  const result = trainingInstance(request({ offers }));
  expect(result.ok && result.value.instanceType).toEqual({
    value: 'ml.a',
    because: [
      {
        rule: 'tuning.cheapest-that-fits',
        text:
          'lora tuning of Qwen/Qwen3-32B needs 47 GiB (2.5 bytes per parameter); ' +
          '67 GiB of GPU memory are free for it at 11.00 USD an hour (published, price of hosting)',
        source: { name: 'fixture', asOf: '2026-01-01' },
      },
    ],
    rejected: [
      { value: 'ml.b', reason: 'fits too, 11.00 USD an hour' },
      { value: 'ml.c', reason: 'fits too, 12.00 USD an hour' },
      { value: 'ml.d', reason: 'fits too, 13.00 USD an hour' },
    ],
  });
});

test('an instance without a price is taken only when it is pinned', () => {
  const unpriced = withoutPrice(small);
  expect(chosen({ offers: [unpriced] })).toBeUndefined();
  expect(chosen({ offers: [unpriced], instanceType: 'ml.small' })).toBe('ml.small');
});

const unpricedSmall: InstanceOffer = withoutPrice(small);
const unpricedLarge: InstanceOffer = withoutPrice(large);

test.each<[string, number, readonly InstanceOffer[], string]>([
  ['none is priced, all are large enough', 20, [unpricedSmall, unpricedLarge], 'PriceUnknown ml.large, ml.small'],
  ['the one that is large enough is not priced', 40, [small, unpricedLarge], 'PriceUnknown ml.large'],
  ['none is large enough, priced or not', 200, [small, unpricedLarge], 'NoTrainingInstance'],
])('a missing price is no missing memory: %s', (_title, totalParams, offers, expected) => {
  const [issue] = trainingInstance(request({ model: model(totalParams), offers })).issues;
  const names = /^only (.*) would hold lora tuning in eu-central-1, and no price is known$/.exec(issue?.message ?? '');
  expect([issue?.code, ...(names ?? []).slice(1)].join(' ')).toBe(expected);
});

test('the fix for a missing price works: a price, or a pin', () => {
  const offers = [unpricedSmall];
  expect(trainingInstance(request({ offers })).issues).toMatchObject([
    {
      code: 'PriceUnknown',
      path: 'tuning.job',
      fix: "write the price in catalog.prices with service 'sagemaker', region 'eu-central-1' and an instanceType of these, or pin tuning.job.instanceType, for example to 'ml.small'",
    },
  ]);
  expect(chosen({ offers: [small] })).toBe('ml.small');
  expect(chosen({ offers, instanceType: 'ml.small' })).toBe('ml.small');
});

test.each([
  [19, "use method 'lora'"],
  // LoRA needs 291 GiB of the 269.
  [125, 'use a smaller base model or a larger instance type'],
])('full tuning of %d billion parameters: %s', (totalParams, fix) => {
  const job = { base: 'chat', method: 'full', image } as const;
  expect(trainingInstance(request({ job, model: model(totalParams) })).issues).toMatchObject([
    { code: 'NoTrainingInstance', fix },
  ]);
});

test.each([
  [
    undefined,
    [small, large],
    {
      path: 'tuning.job',
      got: 'lora',
      message: 'lora tuning needs 466 GiB of NVIDIA GPU memory, and the largest instance in eu-central-1 has 269 GiB',
    },
  ],
  [
    'ml.small',
    [small],
    {
      path: 'tuning.job.instanceType',
      got: 'ml.small',
      message: 'lora tuning needs 466 GiB of NVIDIA GPU memory, and ml.small has 67 GiB',
    },
  ],
] as const)('says how much memory is missing when %s is pinned', (instanceType, offers, issue) => {
  const pin = instanceType === undefined ? {} : { instanceType };
  expect(trainingInstance(request({ model: model(200), offers, ...pin })).issues).toEqual([
    {
      ...issue,
      code: 'NoTrainingInstance',
      expected: 'an instance with 466 GiB',
      fix: 'use a smaller base model or a larger instance type',
    },
  ]);
});

test('no container of the spec runs on Neuron, however much memory it has', () => {
  const accelerators = catalog.accelerators.map((row) => (row.id === 'H100' ? { ...row, vendor: 'aws' } : row));
  const issue = trainingInstance(request({ accelerators })).issues[0];
  expect(issue?.message).toBe(
    'lora tuning needs 47 GiB of NVIDIA GPU memory, and the largest instance in eu-central-1 has 0 GiB',
  );
});
