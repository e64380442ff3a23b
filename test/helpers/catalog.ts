import type {
  Accelerator,
  Catalog,
  InstanceOffer,
  ManagedModel,
  ModelArchitecture,
  ModelLifecycle,
  Region,
} from '../../lib/catalog';

const fact = { source: 'fixture', asOf: '2026-01-01' } as const;

const h100: Accelerator = {
  id: 'H100',
  vendor: 'nvidia',
  architecture: 'hopper',
  usableMiB: 81_000,
  memoryBandwidthGBs: 3350,
  denseTflops: { fp16: 990, bf16: 990, fp8: 1980 },
  link: { kind: 'NVLink4', unidirectionalGBs: 450 },
  computeCapability: '9.0',
  ...fact,
};

/** A card without NVLink, too small for 32 billion parameters alone. */
const l40s: Accelerator = {
  id: 'L40S',
  vendor: 'nvidia',
  architecture: 'ada',
  usableMiB: 45_776,
  memoryBandwidthGBs: 864,
  denseTflops: { fp16: 362, bf16: 362, fp8: 733 },
  link: { kind: 'PCIe4 x16', unidirectionalGBs: 32 },
  computeCapability: '8.9',
  ...fact,
};

/** An offer of the fixture with overrides. */
export function offer(overrides: Partial<InstanceOffer> = {}): InstanceOffer {
  return {
    cloud: 'aws',
    service: 'sagemaker',
    instanceType: 'ml.p5.4xlarge',
    accelerator: 'H100',
    acceleratorCount: 1,
    acceleratorShare: 1,
    vcpu: 16,
    memoryGiB: 256,
    region: 'eu-central-1',
    usdPerHour: 10,
    priceStatus: 'published',
    localNvme: true,
    ...fact,
    ...overrides,
  };
}

const qwen32b: ModelArchitecture = {
  id: 'Qwen/Qwen3-32B',
  kind: 'text-generation',
  totalParams: 32.76,
  activeParams: 32.76,
  layers: 64,
  hidden: 5120,
  heads: 64,
  kvHeads: 8,
  headDim: 128,
  attention: 'GQA',
  fullAttentionLayers: 64,
  intermediate: 25_600,
  vocab: 151_936,
  tiedEmbeddings: false,
  maxContext: 40_960,
  licence: 'Apache-2.0',
  ...fact,
};

const regions: readonly Region[] = [
  { cloud: 'aws', id: 'eu-central-1', residency: 'eu', zones: ['a', 'b', 'c'].map((z) => `eu-central-1${z}`), ...fact },
  { cloud: 'aws', id: 'eu-south-2', residency: 'eu', zones: ['eu-south-2a', 'eu-south-2b'], ...fact },
  { cloud: 'aws', id: 'us-east-1', residency: 'us', zones: ['a', 'b', 'c', 'd'].map((z) => `us-east-1${z}`), ...fact },
  { cloud: 'azure', id: 'swedencentral', residency: 'eu', zones: ['1', '2', '3'], ...fact },
  { cloud: 'azure', id: 'zonelesseurope', residency: 'eu', zones: [], ...fact },
  { cloud: 'azure', id: 'eastus', residency: 'us', zones: ['1', '2', '3'], ...fact },
];

const aws = regions.filter((region) => region.cloud === 'aws').map((region) => region.id);
const azure = regions.filter((region) => region.cloud === 'azure').map((region) => region.id);

const live = { state: 'generally-available', edition: '2025-12-01', ...fact } as const;

function bedrockRow(id: string, regions: readonly string[], more: Partial<ManagedModel> = {}): ManagedModel {
  const offers = [{ sku: 'in-region', regions, processedIn: 'region' }] as const;
  return { service: 'bedrock', id, kind: 'text-generation', versions: [{ lifecycle: live, offers }], ...fact, ...more };
}

/** A model of Azure with every deployment type in every location. */
function azureRow(id: string, version: string, lifecycle: ModelLifecycle): ManagedModel {
  const offers = [
    { sku: 'Standard', regions: azure, processedIn: 'region' },
    { sku: 'DataZoneStandard', regions: azure, processedIn: 'data-zone' },
    { sku: 'GlobalStandard', regions: azure, processedIn: 'anywhere' },
  ] as const;
  const versions = [{ version, lifecycle, offers }];
  return { service: 'azure-openai', id, kind: 'text-generation', versions, ...fact };
}

/** A geographic profile that stays in the European Union, one that leaves it, and a global one. */
const profiles: ManagedModel = {
  ...bedrockRow('anthropic.profile-v1:0', []),
  versions: [
    {
      lifecycle: live,
      offers: [
        {
          sku: 'geographic',
          regions: ['eu-central-1'],
          processedIn: ['eu-central-1', 'eu-south-2'],
          profile: 'eu.anthropic.profile-v1:0',
        },
        {
          sku: 'geographic',
          regions: ['eu-south-2'],
          processedIn: ['eu-south-2', 'il-central-1'],
          profile: 'eu.anthropic.profile-v1:0',
        },
        {
          sku: 'global',
          regions: ['eu-central-1', 'us-east-1'],
          processedIn: 'anywhere',
          profile: 'global.anthropic.profile-v1:0',
        },
      ],
    },
  ],
};

const managedModels: readonly ManagedModel[] = [
  bedrockRow('amazon.titan-embed-text-v2:0', aws, { kind: 'embedding', dimensions: [1024, 512, 256] }),
  bedrockRow('amazon.nova-lite-v1:0', ['us-east-1']),
  bedrockRow('writer.text-v1:0', aws),
  profiles,
  { ...azureRow('text-embedding-3-large', '1', live), kind: 'embedding', dimensions: [3072, 1024] },
  azureRow('gpt-4.1', '2025-04-14', live),
  azureRow('gpt-legacy', '1', { ...live, state: 'legacy', retires: '2027-04-14', successors: ['gpt-4.1'] }),
  azureRow('gpt-closed', '1', { ...live, state: 'deprecated', retires: '2027-04-14', successors: ['gpt-4.1'] }),
  azureRow('gpt-preview', '1', { ...live, state: 'preview' }),
  azureRow('gpt-old', '1', { ...live, state: 'legacy', retires: '2025-12-31' }),
];

/** A few rows that never change, so that a refresh of the real catalogue moves no test. */
export const catalog: Catalog = {
  accelerators: [h100, l40s],
  instances: [
    offer(),
    offer({ instanceType: 'ml.p5.48xlarge', acceleratorCount: 8, memoryGiB: 2048, usdPerHour: 70 }),
    offer({ instanceType: 'ml.g6e.12xlarge', accelerator: 'L40S', acceleratorCount: 4, usdPerHour: 14 }),
    offer({ instanceType: 'ml.p5e.48xlarge', acceleratorCount: 8, region: 'us-east-1', usdPerHour: 80 }),
    offer({ region: 'eu-south-2' }),
    offer({
      cloud: 'azure',
      service: 'azure-ml',
      instanceType: 'Standard_NC40ads_H100_v5',
      region: 'swedencentral',
      vcpu: 40,
      usdPerHour: 9,
      quota: 'StandardNCadsH100v5Family',
      priceStatus: 'estimated',
    }),
  ],
  models: [qwen32b],
  managedModels,
  carbon: [],
  regions,
  engines: [
    {
      engine: 'vllm',
      version: '0.27.1',
      arguments: {
        model: 'model',
        servedModelName: 'served-model-name',
        dtype: 'dtype',
        tensorParallel: 'tensor-parallel-size',
        gpuMemoryUtilization: 'gpu-memory-utilization',
        maxModelLen: 'max-model-len',
        maxNumBatchedTokens: 'max-num-batched-tokens',
        maxNumSeqs: 'max-num-seqs',
      },
      argumentsSource: fact,
      dtypeOfCheckpoint: 'auto',
      aws: {
        repository: 'vllm',
        tag: '0.27.1-gpu-cu130',
        variables: { prefix: 'SM_VLLM_' },
      },
      azure: { image: 'docker.io/vllm/vllm-openai' },
      ...fact,
    },
  ],
};
