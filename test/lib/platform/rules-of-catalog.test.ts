import { resolve } from '../../../lib/platform';
import type { Mistake } from '../../helpers/spec-mistakes';
import { platformWith, reported } from '../../helpers/spec-mistakes';

const fact = { source: 'contract 4711', asOf: '2026-11-01' };
const price = { service: 'sagemaker', instanceType: 'ml.p5.4xlarge', region: 'eu-central-1', usdPerHour: 8, ...fact };
const reserved = { ...price, count: 2 };
const tokens = {
  service: 'bedrock',
  id: 'amazon.nova-lite-v1:0',
  region: 'us-east-1',
  usdPerMillionInputTokens: 0.05,
  usdPerMillionOutputTokens: 0.2,
  ...fact,
};
const model = {
  id: 'example/support-8b',
  kind: 'text-generation',
  totalParams: 8,
  layers: 32,
  hidden: 4096,
  heads: 32,
  kvHeads: 8,
  headDim: 128,
  attention: 'GQA',
  vocab: 128_256,
  tiedEmbeddings: false,
  maxContext: 8192,
  checkpointGiB: 15,
  ...fact,
};

const managed = {
  service: 'azure-openai',
  id: 'gpt-6',
  version: '1',
  kind: 'text-generation',
  lifecycle: { state: 'generally-available', edition: '2026-10-01' },
  offers: [{ sku: 'GlobalStandard', regions: ['swedencentral'] }],
  ...fact,
};
const region = { cloud: 'aws', id: 'eu-new-1', residency: 'eu', zones: [], ...fact };

const mistakes: readonly Mistake[] = [
  [
    'an edition that is no day',
    'catalog/managedModels',
    [{ ...managed, lifecycle: { ...managed.lifecycle, edition: 'September 2026' } }],
    {
      code: 'InvalidDate',
      path: 'catalog.managedModels[0].lifecycle.edition',
      got: 'September 2026',
      expected: 'year, month and day, for example 2026-11-28',
      fix: 'write the day on which the figures were true',
    },
  ],
  [
    'a last day that is no day',
    'catalog/managedModels',
    [{ ...managed, lifecycle: { ...managed.lifecycle, retires: '2027-02-30' } }],
    {
      code: 'InvalidDate',
      path: 'catalog.managedModels[0].lifecycle.retires',
      got: '2027-02-30',
      expected: 'year, month and day, for example 2026-11-28',
      fix: 'write the day on which the figures were true',
    },
  ],
  [
    'a version twice',
    'catalog/managedModels',
    [managed, { ...managed, version: '2' }, managed],
    {
      code: 'RepeatedRow',
      path: 'catalog.managedModels[2]',
      got: 'azure-openai gpt-6 1',
      expected: 'one row for each',
      fix: 'remove catalog.managedModels[2] or catalog.managedModels[0]',
    },
  ],
  [
    'a region without a source',
    'catalog/regions',
    [{ ...region, source: '' }],
    {
      code: 'RowWithoutSource',
      path: 'catalog.regions[0].source',
      got: '',
      expected: 'a contract, a price list or a configuration file',
      fix: 'name the document that the figures come from',
    },
  ],
  [
    'a negative price',
    'catalog/prices',
    [{ ...price, usdPerHour: -8 }],
    {
      code: 'NumberOutOfRange',
      path: 'catalog.prices[0].usdPerHour',
      got: -8,
      expected: 'more than 0',
      fix: 'use more than 0',
    },
  ],
  [
    'a price without a source',
    'catalog/prices',
    [{ ...price, source: ' ' }],
    {
      code: 'RowWithoutSource',
      path: 'catalog.prices[0].source',
      got: ' ',
      expected: 'a contract, a price list or a configuration file',
      fix: 'name the document that the figures come from',
    },
  ],
  [
    'a day that does not exist',
    'catalog/tokenPrices',
    [{ ...tokens, asOf: '2026-02-30' }],
    {
      code: 'InvalidDate',
      path: 'catalog.tokenPrices[0].asOf',
      got: '2026-02-30',
      expected: 'year, month and day, for example 2026-11-28',
      fix: 'write the day on which the figures were true',
    },
  ],
  [
    'two prices of one instance',
    'catalog/prices',
    [price, { ...price, region: 'eu-west-1' }, { ...price, usdPerHour: 9 }],
    {
      code: 'RepeatedRow',
      path: 'catalog.prices[2]',
      got: 'sagemaker ml.p5.4xlarge in eu-central-1',
      expected: 'one row for each',
      fix: 'remove catalog.prices[2] or catalog.prices[0]',
    },
  ],
  [
    'a service of another cloud',
    'catalog/reserved',
    [{ ...reserved, service: 'sagemakr' }],
    {
      code: 'UnknownValue',
      path: 'catalog.reserved[0].service',
      got: 'sagemakr',
      expected: "'azure-ml', 'azure-vm', 'ec2' or 'sagemaker'",
      fix: "did you mean 'sagemaker'?",
    },
  ],
  [
    'a reservation that had ended',
    'catalog/reserved',
    [{ ...reserved, endsAt: '2026-11-01' }],
    {
      code: 'ReservationEnded',
      path: 'catalog.reserved[0].endsAt',
      got: '2026-11-01',
      expected: 'a date after 2026-11-01',
      fix: 'remove the row, or write the new end and the new asOf',
    },
  ],
  [
    'more key-value heads than heads',
    'catalog/models',
    [{ ...model, kvHeads: 64 }],
    {
      code: 'ImpossibleModel',
      path: 'catalog.models[0].kvHeads',
      got: 64,
      expected: 'at most 32',
      fix: `copy it from the model's config.json`,
    },
  ],
  [
    'a model without an organisation',
    'catalog/models',
    [{ ...model, id: 'support-8b' }],
    {
      code: 'InvalidModelId',
      path: 'catalog.models[0].id',
      got: 'support-8b',
      expected: 'organisation/name, as in models',
      fix: 'copy the id from the entry in models',
    },
  ],
];

test.each(mistakes)('%s is reported with a fix', (_title, path, value, issue) => {
  expect(reported(path, value)).toEqual([issue]);
});

test('rows of every kind resolve, and a price may be zero where it was paid at once', () => {
  const catalog = {
    models: [model],
    prices: [price],
    tokenPrices: [tokens],
    reserved: [{ ...reserved, usdPerHour: 0, endsAt: '2027-11-01', reservation: 'training-plan-1' }],
  };
  expect(resolve(platformWith(['catalog', catalog]))).toMatchObject({ ok: true, issues: [], value: { catalog } });
});
