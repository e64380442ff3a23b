import type { ManagedModel, ModelLifecycle, ModelOffer, TokenPrices } from '../../../lib/catalog';
import { catalog } from '../../../lib/catalog';
import type { AwsInstanceRow, AzureSizeRow } from '../../../lib/catalog/row-types';
import { awsInstances } from '../../../lib/catalog/rows/aws-instances';
import { awsRegionFamilies } from '../../../lib/catalog/rows/aws-region-families';
import { awsRegionRatios } from '../../../lib/catalog/rows/aws-region-ratios';
import { azurePrices } from '../../../lib/catalog/rows/azure-prices';
import { azureSizes } from '../../../lib/catalog/rows/azure-sizes';
import { modelVariants } from '../../../lib/catalog/rows/model-variants';
import { models } from '../../../lib/catalog/rows/models';
import { localNvme } from '../../../lib/constraints/local-nvme-families';
import {
  awsInstanceProblems,
  azureSizeProblems,
  managedModelProblems,
  regionProblems,
  tableProblems,
  variantProblems,
} from '../../helpers/row-problems';

const tokenPrices = catalog.managedModels.flatMap((model): readonly TokenPrices[] =>
  model.tokenPrices === undefined ? [] : [model.tokenPrices, ...(model.offerTokenPrices ?? [])],
);

describe('the rows of the repository have no problem', () => {
  test.each<[string, readonly string[]]>([
    ['accelerators', tableProblems(catalog.accelerators, ({ id }) => id)],
    ['offers', tableProblems(catalog.instances, (row) => `${row.service} ${row.instanceType} ${row.region}`)],
    ['AWS instances', awsInstanceProblems(awsInstances, catalog)],
    ['Azure sizes', azureSizeProblems(azureSizes, azurePrices, catalog)],
    ['families with and without local NVMe', tableProblems(localNvme, ({ family }) => family)],
    ['regional ratios', tableProblems(awsRegionRatios, ({ region }) => region)],
    [
      'regions of the ratios',
      regionProblems(
        'aws',
        awsRegionRatios.map(({ region }) => region),
        catalog,
      ),
    ],
    ['families of regions', tableProblems(awsRegionFamilies, ({ family }) => family)],
    [
      'regions of families, and their families',
      awsRegionFamilies.flatMap(({ family, regions }) => [
        ...regionProblems('aws', regions, catalog),
        ...(localNvme.some((row) => row.family === family) ? [] : [`family ${family} is unknown`]),
      ]),
    ],
    ['models', tableProblems(catalog.models, ({ id }) => id)],
    ['model variants', variantProblems(modelVariants, models)],
    [
      'models that cannot be sized',
      tableProblems([...(catalog.unsupportedModels ?? []), ...catalog.models], ({ id }) => id),
    ],
    ['managed models', tableProblems(catalog.managedModels, (row) => `${row.service} ${row.id}`)],
    ['regions, lengths and prices of managed models', managedModelProblems(catalog.managedModels, catalog)],
    ['token prices', tokenPrices.flatMap((row) => tableProblems([row], () => 'token prices'))],
    ['regions', tableProblems(catalog.regions, (row) => `${row.cloud} ${row.id}`)],
    ['engines', tableProblems(catalog.engines, (row) => `${row.engine} ${row.version}`)],
    ['carbon', tableProblems(catalog.carbon, (row) => `${row.cloud} ${row.region}`)],
  ])('%s', (_table, problems) => {
    expect(problems).toEqual([]);
  });
});

const fact = { source: 'a list', asOf: '2026-11-01' } as const;

describe('a broken row is found:', () => {
  const key = ({ name }: { readonly name: string }) => name;
  test.each<[string, readonly { readonly name: string; readonly source: string; readonly asOf: string }[], string]>([
    [
      'two rows with one key',
      [
        { name: 'a', ...fact },
        { name: 'a', ...fact },
      ],
      'a: there are two such rows',
    ],
    ['no source', [{ name: 'a', ...fact, source: ' ' }], 'a: no source'],
    ['no date', [{ name: 'a', ...fact, asOf: '' }], "a: asOf '' is not a date"],
    ['a day that does not exist', [{ name: 'a', ...fact, asOf: '2026-02-30' }], "a: asOf '2026-02-30' is not a date"],
    ['a month', [{ name: 'a', ...fact, asOf: '2026-02' }], "a: asOf '2026-02' is not a date"],
  ])('%s', (_title, rows, problem) => {
    expect(tableProblems(rows, key)).toEqual([problem]);
  });

  test('a price without a unit', () => {
    expect(tableProblems([{ name: 'a', ...fact, price: 3 }], key)).toEqual(['a: price has no unit']);
    expect(tableProblems([{ name: 'a', ...fact, usdPerHour: 3 }], key)).toEqual([]);
  });

  const bare: AwsInstanceRow = {
    cloud: 'aws',
    service: 'sagemaker',
    instanceType: 'ml.g6e.xlarge',
    accelerator: 'L40S',
    acceleratorCount: 1,
    acceleratorShare: 1,
    vcpu: 4,
    memoryGiB: 32,
    priceStatus: 'published',
    ...fact,
  };
  const instance: AwsInstanceRow = {
    ...bare,
    usdPerHour: 2,
    quota: 'ml.g6e.xlarge for endpoint usage L-0A29AACF',
  };
  test.each<[string, AwsInstanceRow, readonly string[]]>([
    ['a good row', instance, []],
    ['a quota of EC2', { ...instance, quota: 'EC2 vCPU L-DB2E81BA (G and VT)' }, ['is no quota of sagemaker for it']],
    ['a quota of another type', { ...instance, quota: 'ml.g5.xlarge for endpoint usage' }, ['is no quota']],
    ['no quota', { ...bare, usdPerHour: 2 }, ["'nothing' is no quota of sagemaker"]],
    ['an unknown family', { ...instance, instanceType: 'ml.g9.xlarge' }, ['is no quota', 'family g9 is unknown']],
    ['an EC2 type', { ...instance, instanceType: 'g6e.xlarge' }, ['is no type of sagemaker', 'is no quota']],
    ['a SageMaker quota on EC2', { ...instance, service: 'ec2', instanceType: 'g6e.xlarge' }, ['is no quota of ec2']],
    ['an unknown accelerator', { ...instance, accelerator: 'L99' }, ['accelerator L99 is unknown']],
    ['a share of two', { ...instance, acceleratorShare: 0.5, acceleratorCount: 2 }, ['0.5 of 2 accelerators']],
    ['no memory', { ...instance, memoryGiB: 0 }, ['a count or size is not positive']],
    ['no price', { ...bare, quota: 'ml.g6e.xlarge for endpoint usage' }, ['price published, got undefined']],
    ['a price that is missing', { ...instance, priceStatus: 'missing' }, ['price missing, got 2']],
    ['a price of nothing', { ...instance, usdPerHour: 0 }, ['its price is not positive']],
    ['a negotiated price', { ...instance, priceStatus: 'negotiated' }, ['its price is one account’s']],
  ])('%s', (_title, row, problems) => {
    const found = awsInstanceProblems([row], catalog);
    expect(found).toEqual(problems.map((problem) => expect.stringContaining(problem) as string));
  });

  const size: AzureSizeRow = {
    size: 'Standard_NC1',
    accelerator: 'L4',
    acceleratorCount: 1,
    acceleratorShare: 1,
    vcpu: 4,
    memoryGiB: 32,
    managedOnlineEndpoint: true,
    quota: 'StandardNCFamily',
  };
  const prices = (usdPerHour: Readonly<Record<string, Readonly<Record<string, number>>>>) => ({ ...fact, usdPerHour });
  const priced = prices({ Standard_NC1: { eastus: 1 } });
  test.each<[string, readonly AzureSizeRow[], typeof priced, readonly string[]]>([
    ['good rows', [size], priced, []],
    ['a size twice', [size, size], priced, ['Standard_NC1: there are two such rows']],
    ['a quota of AWS', [{ ...size, quota: 'L-DB2E81BA' }], priced, ["Standard_NC1: 'L-DB2E81BA' is no quota"]],
    ['a size no region sells', [size], prices({ Standard_NC1: {} }), ['Standard_NC1: no region has a price']],
    ['a price of nothing', [size], prices({ Standard_NC1: { eastus: 0 } }), ['Standard_NC1 eastus: not positive']],
    ['a price of no size', [], priced, ['Standard_NC1: a price without a size']],
    [
      'an unknown region',
      [size],
      prices({ Standard_NC1: { mars: 1 } }),
      ['Standard_NC1: region mars of azure is unknown'],
    ],
  ])('%s (Azure)', (_title, rows, table, problems) => {
    expect(azureSizeProblems(rows, table, catalog)).toEqual(problems);
  });

  test('a variant of an unknown model, or of itself', () => {
    expect(variantProblems([{ id: 'b', base: 'gone' }], [{ id: 'a' }])).toEqual(['b: base gone is unknown']);
    expect(variantProblems([{ id: 'a', base: 'a' }], [{ id: 'a' }])).toEqual(['a: is a base itself']);
  });

  const lifecycle = { state: 'generally-available', edition: '2026-11-01', ...fact } as const;
  const direct = { sku: 'in-region', regions: ['us-east-1'], processedIn: 'region' } as const;
  const managed = { service: 'bedrock', id: 'm', kind: 'text-generation', ...fact } as const;
  const good: ManagedModel = { ...managed, versions: [{ lifecycle, offers: [direct] }] };
  const offered = (...offers: readonly ModelOffer[]): ManagedModel => ({ ...good, versions: [{ lifecycle, offers }] });
  const living = (over: Partial<ModelLifecycle>): ManagedModel => ({
    ...good,
    versions: [{ lifecycle: { ...lifecycle, ...over }, offers: [direct] }],
  });
  test.each<[string, ManagedModel, readonly string[]]>([
    ['a good row', good, []],
    ['an unknown region', offered({ ...direct, regions: ['us-east-1', 'mars'] }), ['region mars of aws is unknown']],
    [
      'an embedding model without lengths',
      { ...good, kind: 'embedding' },
      ['an embedding model, and no other, has lengths'],
    ],
    ['no source of its state', living({ source: '' }), ['lifecycle: no source']],
    ['no date of its state', living({ asOf: '' }), ["lifecycle: asOf '' is not a date", 'later than the day']],
    ['no edition', living({ edition: '' }), ["edition '' is not a date"]],
    ['an edition of tomorrow', living({ edition: '2026-11-02' }), ['its edition of 2026-11-02 is later']],
    ['legacy for ever', living({ state: 'legacy' }), ['it is legacy and has no last day']],
    ['deprecated for ever', living({ state: 'deprecated' }), ['it is deprecated and has no last day']],
    [
      'alive after its last day',
      living({ retires: '2026-11-01' }),
      ['its last day was 2026-11-01, before the edition'],
    ],
    [
      'retired before its last day',
      living({ state: 'retired', retires: '2026-11-02' }),
      ['its last day is 2026-11-02'],
    ],
    ['retired', living({ state: 'retired', retires: '2026-11-01' }), []],
    ['a successor that is not there', living({ successors: ['n'] }), ['successor n is no live model']],
    ['no offer', offered(), ['no source says how it is offered']],
    [
      'an offer of the other cloud',
      offered({ ...direct, sku: 'Standard' }),
      ['Standard is no kind of offer', 'profile missing'],
    ],
    ['an offer without a region', offered({ ...direct, regions: [] }), ['in-region: no region']],
    [
      'a region twice',
      offered({ ...direct, regions: ['us-east-1', 'us-east-1'] }),
      ['in-region: no region, or one twice'],
    ],
    [
      'a profile without an id',
      offered({ ...direct, sku: 'geographic', processedIn: ['us-east-1'] }),
      ['profile missing'],
    ],
    [
      'a global profile that is processed in one region',
      offered({ ...direct, sku: 'global', profile: 'p' }),
      ['global: processed in region'],
    ],
    [
      'a named version of Bedrock',
      { ...good, versions: [{ version: '1', lifecycle, offers: [direct] }] },
      ['a version of Azure'],
    ],
  ])('%s (managed model)', (_title, row, problems) => {
    const found = managedModelProblems([row], catalog);
    expect(found).toEqual(problems.map((problem) => expect.stringContaining(problem) as string));
  });

  test('prices of a managed model that cannot be', () => {
    const nothing = { usdPerMillionInputTokens: 0, usdPerMillionOutputTokens: -1, ...fact };
    expect(managedModelProblems([{ ...good, tokenPrices: nothing }], catalog)).toEqual([
      'bedrock m: its token price is not positive',
      'bedrock m: its answers cost less than its requests',
      'bedrock m: its token prices do not say where they hold',
    ]);
  });

  test('prices of a kind of offer that cannot be', () => {
    const list = { usdPerMillionInputTokens: 2, usdPerMillionOutputTokens: 8, notes: 'anywhere', ...fact };
    const less = {
      ...list,
      usdPerMillionOutputTokens: 7,
      sku: 'Standard',
      regions: ['eu-central-1', 'atlantis'],
    } as const;
    const again = { ...list, sku: 'Standard', regions: ['eu-central-1'] } as const;
    const found = managedModelProblems([{ ...good, tokenPrices: list, offerTokenPrices: [less, again] }], catalog);
    expect(found).toEqual([
      'bedrock m: Standard in eu-central-1 has two prices',
      'bedrock m: a price of Standard, which is no kind of offer of bedrock',
      'bedrock m: region atlantis of aws is unknown',
      'bedrock m: Standard costs less than the widest offer',
      'bedrock m: a price of Standard, which is no kind of offer of bedrock',
    ]);
  });
});

test('a region without a carbon figure is one of those known to have none', () => {
  const known = new Set(catalog.carbon.map(({ cloud, region }) => `${cloud} ${region}`));
  const without = catalog.regions.map(({ cloud, id }) => `${cloud} ${id}`).filter((region) => !known.has(region));
  expect(without).toEqual(['azure canadacentral', 'azure norwayeast']);
});
