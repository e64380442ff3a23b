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

const engine = {
  engine: 'vllm',
  version: '0.34.0',
  argumentsOf: '0.33.0',
  aws: { repository: 'vllm', tag: '0.34.0-gpu-cu130', inferenceAmiVersion: 'al2023-ami-sagemaker-inference-gpu-4-1' },
  azure: { image: 'docker.io/vllm/vllm-openai' },
  ...fact,
};

function codesOf(table: string, ...written: readonly unknown[]): readonly string[] {
  return resolve(platformWith([`catalog/${table}`, written])).issues.map(({ code, path }) => `${code} ${path}`);
}

test.each<[string, object, readonly string[]]>([
  ['a release', {}, []],
  ['a release after a release', { version: '0.5.12.post1' }, []],
  ['a candidate', { version: '1.0.0-rc1' }, []],
  ['the newest', { version: 'latest' }, ['InvalidEngineVersion catalog.engines[0].version']],
  ['a name of a tag', { version: 'v0.34.0' }, ['InvalidEngineVersion catalog.engines[0].version']],
  ['nothing', { version: '' }, ['InvalidEngineVersion catalog.engines[0].version']],
  ['no image on AWS', { aws: undefined }, []],
  ['an image with a port', { azure: { image: 'registry.example.com:5000/vllm' } }, []],
  ...[
    'my image',
    'docker.io/vllm/vllm-openai:v1',
    'docker.io/vllm/vllm-openai@sha256:ab',
    'docker.io/vLLM',
    '/vllm',
    '',
  ].map((image): [string, object, readonly string[]] => [
    `image '${image}'`,
    { azure: { image } },
    ['InvalidImageRepository catalog.engines[0].azure.image'],
  ]),
  [
    'a repository in capitals',
    { aws: { ...engine.aws, repository: 'VLLM!' } },
    ['InvalidImageRepository catalog.engines[0].aws.repository'],
  ],
  [
    'a tag with its repository',
    { aws: { ...engine.aws, tag: 'vllm:0.34.0' } },
    ['InvalidImageTag catalog.engines[0].aws.tag'],
  ],
  ['a tag of 128 letters', { aws: { ...engine.aws, tag: 'a'.repeat(128) } }, []],
  [
    'a tag of 129 letters',
    { aws: { ...engine.aws, tag: 'a'.repeat(129) } },
    ['InvalidImageTag catalog.engines[0].aws.tag'],
  ],
  [
    'another host image',
    { aws: { ...engine.aws, inferenceAmiVersion: 'ami-0abc' } },
    ['InvalidHostImage catalog.engines[0].aws.inferenceAmiVersion'],
  ],
  ['a later host image', { aws: { ...engine.aws, inferenceAmiVersion: 'al2023-ami-sagemaker-inference-gpu-9' } }, []],
  [
    'everything at once',
    {
      version: 'latest',
      aws: { repository: 'VLLM!', tag: ' ', inferenceAmiVersion: 'x' },
      azure: { image: 'a b' },
      asOf: 'today',
    },
    [
      'InvalidDate catalog.engines[0].asOf',
      'InvalidEngineVersion catalog.engines[0].version',
      'InvalidImageRepository catalog.engines[0].aws.repository',
      'InvalidImageTag catalog.engines[0].aws.tag',
      'InvalidHostImage catalog.engines[0].aws.inferenceAmiVersion',
      'InvalidImageRepository catalog.engines[0].azure.image',
    ],
  ],
])('an engine row: %s', (_title, change, issues) => {
  const row = Object.fromEntries(
    Object.entries<unknown>({ ...engine, ...change }).filter(([, value]) => value !== undefined),
  );
  expect(codesOf('engines', row)).toEqual(issues);
});

test.each<[string, object, readonly string[]]>([
  ['zones of the region', { zones: ['eu-new-1a', 'eu-new-1b'] }, []],
  ['a region of a government', { id: 'us-gov-west-1' }, []],
  ['a location of Azure', { cloud: 'azure', id: 'westeurope2', zones: ['1', '3'] }, []],
  ['a display name', { id: 'Atlantis 1' }, ['InvalidRegionId catalog.regions[0].id']],
  ['a display name of Azure', { cloud: 'azure', id: 'West Europe' }, ['InvalidRegionId catalog.regions[0].id']],
  ['the other cloud', { cloud: 'azure', id: 'eu-central-1' }, ['InvalidRegionId catalog.regions[0].id']],
  ['a zone of another region', { zones: ['eu-old-1a'] }, ['InvalidZone catalog.regions[0].zones[0]']],
  ['a letter alone', { zones: ['a'] }, ['InvalidZone catalog.regions[0].zones[0]']],
  ['the region as a zone', { zones: ['eu-new-1'] }, ['InvalidZone catalog.regions[0].zones[0]']],
  [
    'a zone of AWS in Azure',
    { cloud: 'azure', id: 'westeurope2', zones: ['1a'] },
    ['InvalidZone catalog.regions[0].zones[0]'],
  ],
  ['a zone twice', { zones: ['eu-new-1a', 'eu-new-1a'] }, ['RepeatedEntry catalog.regions[0].zones[1]']],
  [
    'everything at once',
    { id: 'Atlantis 1', zones: ['x', 'x'], asOf: 'today' },
    [
      'InvalidDate catalog.regions[0].asOf',
      'InvalidRegionId catalog.regions[0].id',
      'RepeatedEntry catalog.regions[0].zones[1]',
    ],
  ],
])('a region row: %s', (_title, change, issues) => {
  expect(codesOf('regions', { ...region, ...change })).toEqual(issues);
});
