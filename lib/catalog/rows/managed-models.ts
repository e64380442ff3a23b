import type { ManagedModel } from '../types';
import { tokenPricesOf } from './token-prices';

const bedrockSource = 'docs.aws.amazon.com/bedrock/latest/userguide/models-regions.html';
const azureSource = 'learn.microsoft.com/azure/ai-foundry/openai/concepts/models';
const asOf = '2026-11-01';

function bedrock(
  id: string,
  kind: ManagedModel['kind'],
  regions: readonly string[],
  dimensions?: readonly number[],
): ManagedModel {
  const tokenPrices = tokenPricesOf('bedrock', id);
  return {
    service: 'bedrock',
    id,
    kind,
    regions,
    ...(dimensions === undefined ? {} : { dimensions }),
    ...(tokenPrices === undefined ? {} : { tokenPrices }),
    source: bedrockSource,
    asOf,
    confidence: 'medium',
  };
}

function azureOpenAi(
  id: string,
  versions: readonly string[],
  regions: readonly string[],
  more: Partial<Pick<ManagedModel, 'kind' | 'dimensions' | 'retires'>> = {},
): ManagedModel {
  const tokenPrices = tokenPricesOf('azure-openai', id);
  return {
    service: 'azure-openai',
    id,
    versions,
    kind: 'text-generation',
    regions,
    ...more,
    ...(tokenPrices === undefined ? {} : { tokenPrices }),
    source: azureSource,
    asOf,
    confidence: 'medium',
  };
}

/** A request may specify any length up to the full one. The listed lengths are those that the vendor measured. */
const shortened = (full: number): readonly number[] => [full, 1024, 512, 256].filter((length) => length <= full);

const embeddingRegions = ['us-east-1', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-west-2', 'eu-west-3', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-2', 'sa-east-1'];
const azureChat = ['eastus', 'eastus2', 'northcentralus', 'southcentralus', 'swedencentral', 'westus', 'westus3', 'francecentral', 'germanywestcentral', 'polandcentral', 'spaincentral', 'uksouth', 'switzerlandnorth', 'norwayeast', 'australiaeast', 'japaneast', 'koreacentral', 'centralindia', 'westeurope'];

/** Regions that serve the model directly. A region that is missing may have been added later. */
export const managedModels: readonly ManagedModel[] = [
  bedrock('amazon.titan-embed-text-v2:0', 'embedding', [...embeddingRegions, 'eu-central-2', 'eu-north-1', 'eu-west-1', 'us-east-2', 'ap-northeast-2'], [1024, 512, 256]),
  bedrock('amazon.titan-embed-text-v1', 'embedding', ['us-east-1', 'us-west-2', 'eu-central-1', 'ap-northeast-1'], [1536]),
  bedrock('cohere.embed-english-v3', 'embedding', [...embeddingRegions, 'eu-west-1'], [1024]),
  bedrock('cohere.embed-multilingual-v3', 'embedding', [...embeddingRegions, 'eu-west-1'], [1024]),
  bedrock('cohere.embed-v4:0', 'embedding', ['us-east-1', 'eu-west-1', 'ap-northeast-1'], [1536, 1024, 512, 256]),
  bedrock('amazon.nova-micro-v1:0', 'text-generation', ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3']),
  bedrock('amazon.nova-lite-v1:0', 'text-generation', ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3']),
  bedrock('amazon.nova-pro-v1:0', 'text-generation', ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3']),
  bedrock('anthropic.claude-3-haiku-20240307-v1:0', 'text-generation', ['us-east-1', 'us-west-2', 'eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-northeast-1', 'ap-southeast-2']),
  bedrock('anthropic.claude-sonnet-4-20250514-v1:0', 'text-generation', ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3', 'ap-northeast-1']),
  bedrock('meta.llama3-1-70b-instruct-v1:0', 'text-generation', ['us-east-2', 'us-west-2']),
  bedrock('mistral.mistral-large-2402-v1:0', 'text-generation', ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-southeast-2']),
  azureOpenAi('gpt-4.1', ['2025-04-14'], azureChat),
  azureOpenAi('gpt-4.1-mini', ['2025-04-14'], azureChat),
  azureOpenAi('gpt-4.1-nano', ['2025-04-14'], azureChat),
  azureOpenAi('gpt-4o', ['2024-11-20'], azureChat, { retires: '2026-06-03' }),
  azureOpenAi('gpt-4o-mini', ['2024-07-18'], azureChat),
  azureOpenAi('text-embedding-3-small', ['1'], azureChat, { kind: 'embedding', dimensions: shortened(1536) }),
  azureOpenAi('text-embedding-3-large', ['1'], azureChat, { kind: 'embedding', dimensions: shortened(3072) }),
];
