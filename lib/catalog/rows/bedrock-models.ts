import type { ManagedModel, ModelLifecycle, ModelOffer } from '../types';
import { bedrockTokenPrices } from './token-prices';

/** Answers of ListFoundationModels and ListInferenceProfiles in every region, kept by a public repository. */
const listing = {
  source: 'Amazon Bedrock ListFoundationModels and ListInferenceProfiles, in mirai73/bedrock-models@3c07e5f',
  asOf: '2026-08-21',
  confidence: 'medium',
} as const;
/** A model that is newer than the listing, as seen from one region. */
const newer = {
  source:
    'docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-opus-5-5.html; list-inference-profiles in ap-northeast-1, dev.classmethod.jp/en/articles/bedrock-claude-opus-5-5',
  asOf: '2026-09-23',
  confidence: 'medium',
  notes: 'profiles of regions other than ap-northeast-1 are unknown',
} as const;
/** Limits of requests, where the listing has none. */
const contextSource = 'context: anomalyco/models.dev@f3fc69229 of 2026-07-02';
const titanSource =
  'longest input: docs.aws.amazon.com/bedrock/latest/userguide/titan-embedding-models.html, read on 2026-11-30';
/** Day on which the editions below were read. */
const readOn = '2026-11-30';
const legacySource =
  'docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html, in awslabs/startups@0b59caf ai-model-lifecycle.md';

/** A model as the listing has it. Regions of the listing that the kit does not know are left out. */
interface BedrockRow {
  readonly id: string;
  /** Only embedding models have lengths. */
  readonly dimensions?: readonly number[];
  readonly contextTokens?: number;
  /** @default - `contextSource` */
  readonly contextFrom?: string;
  readonly inRegion?: readonly string[];
  /** By prefix of the profile: regions of calls, and regions that process besides that of the call. */
  readonly geographic?: Readonly<Record<string, readonly [from: readonly string[], to: readonly string[]]>>;
  readonly global?: readonly string[];
  /** The listing does not say which of the regions serve the `bedrock-mantle` endpoint only. */
  readonly mantle?: boolean;
  /** @default - `listing` */
  readonly listedBy?: typeof newer;
  /** Last day, and the successor. */
  readonly legacy?: readonly [retires: string, successor: string];
}

const us3 = ['us-east-1', 'us-east-2', 'us-west-2'];
const us4 = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'];
const usAndCanada = [...us4, 'ca-central-1'];
const eu4 = ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'];
const eu6 = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];
const europe = ['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3'];
const everywhere = [...usAndCanada, ...europe, 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'];

const rows: readonly BedrockRow[] = [
  { id: 'amazon.titan-embed-text-v2:0', contextTokens: 8192, contextFrom: titanSource, dimensions: [1024, 512, 256], inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-2', 'sa-east-1'] },
  { id: 'amazon.titan-embed-text-v1', contextTokens: 8192, contextFrom: titanSource, dimensions: [1536], inRegion: ['us-east-1', 'us-west-2', 'eu-central-1', 'ap-northeast-1'] },
  { id: 'cohere.embed-english-v3', dimensions: [1024], inRegion: ['us-east-1', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'] },
  { id: 'cohere.embed-multilingual-v3', dimensions: [1024], inRegion: ['us-east-1', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'] },
  { id: 'cohere.embed-v4:0', dimensions: [1536, 1024, 512, 256], inRegion: ['us-east-1', 'eu-west-1', 'ap-northeast-1'], geographic: { eu: [europe, eu6], us: [us4, us3] }, global: everywhere },
  { id: 'amazon.nova-micro-v1:0', contextTokens: 128_000, inRegion: ['us-east-1', 'eu-west-2', 'ap-southeast-2'], geographic: { apac: [['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'], ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2']], eu: [eu6, eu4], us: [us3, us3] } },
  { id: 'amazon.nova-lite-v1:0', contextTokens: 300_000, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-north-1', 'eu-west-2', 'ap-northeast-1', 'ap-southeast-2'], geographic: { apac: [['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'], ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2']], ca: [['ca-central-1'], ['ca-central-1', 'ca-west-1']], eu: [eu6, eu4], us: [us4, us3] } },
  { id: 'amazon.nova-pro-v1:0', contextTokens: 300_000, inRegion: ['us-east-1', 'eu-west-2', 'ap-southeast-2'], geographic: { apac: [['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'], ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2']], eu: [eu6, eu4], us: [us4, us3] } },
  { id: 'amazon.nova-2-lite-v1:0', contextTokens: 1_000_000, geographic: { eu: [eu6, eu6], jp: [['ap-northeast-1'], ['ap-northeast-1', 'ap-northeast-3']], us: [usAndCanada, us3] }, global: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'] },
  { id: 'anthropic.claude-3-haiku-20240307-v1:0', inRegion: ['us-east-1', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-central-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'], geographic: { eu: [['eu-central-1'], ['eu-central-1', 'eu-west-1', 'eu-west-3']], us: [['us-east-2'], us3] }, legacy: ['2026-09-10', 'anthropic.claude-haiku-4-5-20251001-v1:0'] },
  { id: 'anthropic.claude-sonnet-4-20250514-v1:0', geographic: { apac: [['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'], ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-4']], eu: [eu6, eu6], us: [us4, us3] }, global: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'ap-northeast-1'], legacy: ['2026-10-14', 'anthropic.claude-sonnet-4-6'] },
  { id: 'anthropic.claude-opus-4-1-20250805-v1:0', contextTokens: 200_000, geographic: { us: [us3, us3] }, legacy: ['2027-01-08', 'anthropic.claude-opus-4-8'] },
  { id: 'anthropic.claude-haiku-4-5-20251001-v1:0', contextTokens: 200_000, geographic: { au: [['ap-southeast-2'], ['ap-southeast-2', 'ap-southeast-4']], eu: [europe, eu6], jp: [['ap-northeast-1'], ['ap-northeast-1', 'ap-northeast-3']], us: [usAndCanada, us3] }, global: everywhere },
  { id: 'anthropic.claude-sonnet-4-5-20250929-v1:0', contextTokens: 200_000, geographic: { au: [['ap-southeast-2'], ['ap-southeast-2', 'ap-southeast-4']], eu: [europe, eu6], jp: [['ap-northeast-1'], ['ap-northeast-1', 'ap-northeast-3']], us: [usAndCanada, us3] }, global: everywhere },
  { id: 'anthropic.claude-sonnet-4-6', contextTokens: 1_000_000, inRegion: ['eu-west-2'], geographic: { au: [['ap-southeast-2'], ['ap-southeast-2', 'ap-southeast-4']], eu: [europe, eu6], jp: [['ap-northeast-1'], ['ap-northeast-1', 'ap-northeast-3']], us: [usAndCanada, us3] }, global: everywhere },
  { id: 'anthropic.claude-sonnet-5', contextTokens: 1_000_000, geographic: { au: [['ap-southeast-2'], ['ap-southeast-2', 'ap-southeast-4']], eu: [europe, eu6], us: [usAndCanada, us3] }, global: everywhere },
  { id: 'anthropic.claude-opus-4-5-20251101-v1:0', contextTokens: 200_000, geographic: { eu: [europe, eu6], us: [usAndCanada, us3] }, global: everywhere },
  { id: 'anthropic.claude-opus-4-6-v1', contextTokens: 1_000_000, inRegion: ['eu-west-2'], geographic: { au: [['ap-southeast-2'], ['ap-southeast-2', 'ap-southeast-4']], eu: [europe, eu6], us: [usAndCanada, us3] }, global: everywhere },
  { id: 'anthropic.claude-opus-4-7', contextTokens: 1_000_000, geographic: { au: [['ap-southeast-2'], ['ap-southeast-2', 'ap-southeast-4']], eu: [europe, eu6], jp: [['ap-northeast-1'], ['ap-northeast-1', 'ap-northeast-3']], us: [usAndCanada, us3] }, global: everywhere },
  { id: 'anthropic.claude-opus-4-8', contextTokens: 1_000_000, geographic: { au: [['ap-southeast-2'], ['ap-southeast-2', 'ap-southeast-4']], eu: [europe, eu6], jp: [['ap-northeast-1'], ['ap-northeast-1', 'ap-northeast-3']], us: [usAndCanada, us3] }, global: everywhere },
  { id: 'anthropic.claude-opus-5', geographic: { au: [['ap-southeast-2'], ['ap-southeast-2', 'ap-southeast-4']], eu: [europe, eu6], us: [usAndCanada, us3] }, global: everywhere },
  { id: 'anthropic.claude-opus-5-5', contextTokens: 1_000_000, geographic: { jp: [['ap-northeast-1'], ['ap-northeast-1', 'ap-northeast-3']] }, global: ['ap-northeast-1'], listedBy: newer },
  { id: 'anthropic.claude-fable-5', geographic: { us: [usAndCanada, us3] }, global: everywhere },
  { id: 'deepseek.r1-v1:0', contextTokens: 128_000, geographic: { us: [us3, us3] } },
  { id: 'deepseek.v3-v1:0', contextTokens: 163_840, inRegion: ['us-east-2', 'us-west-2', 'eu-north-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-2'] },
  { id: 'deepseek.v3.2', contextTokens: 163_840, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-north-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'], mantle: true },
  { id: 'meta.llama3-1-8b-instruct-v1:0', contextTokens: 128_000, inRegion: ['us-west-2'], geographic: { us: [us3, us3] } },
  { id: 'meta.llama3-1-70b-instruct-v1:0', contextTokens: 128_000, inRegion: ['us-west-2'], geographic: { us: [us3, us3] } },
  { id: 'meta.llama3-3-70b-instruct-v1:0', contextTokens: 128_000, inRegion: ['us-east-2'], geographic: { us: [us3, us3] } },
  { id: 'meta.llama4-scout-17b-instruct-v1:0', geographic: { us: [us4, us3] } },
  { id: 'meta.llama4-maverick-17b-instruct-v1:0', contextTokens: 1_000_000, geographic: { us: [us4, us3] } },
  { id: 'minimax.minimax-m2.5', contextTokens: 196_608, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'], mantle: true },
  { id: 'mistral.mistral-large-2402-v1:0', inRegion: ['us-east-1', 'us-west-2', 'ca-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-south-1', 'ap-southeast-2', 'sa-east-1'] },
  { id: 'mistral.mistral-large-3-675b-instruct', contextTokens: 256_000, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-north-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'], mantle: true },
  { id: 'moonshotai.kimi-k2.5', contextTokens: 262_143, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-north-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'], mantle: true },
  { id: 'nvidia.nemotron-super-3-120b', contextTokens: 262_144, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'], mantle: true },
  { id: 'openai.gpt-oss-20b-1:0', contextTokens: 128_000, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-2', 'sa-east-1'] },
  { id: 'openai.gpt-oss-120b-1:0', contextTokens: 128_000, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-2', 'sa-east-1'] },
  { id: 'openai.gpt-5.6-luna', geographic: { us: [usAndCanada, us3] }, global: everywhere },
  { id: 'openai.gpt-5.6-sol', geographic: { us: [usAndCanada, us3] }, global: everywhere },
  { id: 'openai.gpt-5.6-terra', geographic: { us: [usAndCanada, us3] }, global: everywhere },
  { id: 'qwen.qwen3-32b-v1:0', inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-2', 'sa-east-1'] },
  { id: 'qwen.qwen3-235b-a22b-2507-v1:0', contextTokens: 262_144, inRegion: ['us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-2'] },
  { id: 'qwen.qwen3-coder-30b-a3b-v1:0', contextTokens: 262_144, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-2', 'sa-east-1'] },
  { id: 'qwen.qwen3-next-80b-a3b', contextTokens: 262_000, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-2', 'sa-east-1'] },
  { id: 'zai.glm-4.7', contextTokens: 204_800, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-north-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'], mantle: true },
  { id: 'zai.glm-5', contextTokens: 202_752, inRegion: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-north-1', 'eu-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'], mantle: true },
];

function offers({ id, inRegion, geographic = {}, global }: BedrockRow): readonly ModelOffer[] {
  return [
    ...(inRegion === undefined ? [] : [{ sku: 'in-region', regions: inRegion, processedIn: 'region' } as const]),
    ...Object.entries(geographic).map(
      ([prefix, [regions, processedIn]]) =>
        ({ sku: 'geographic', regions, processedIn, profile: `${prefix}.${id}` }) as const,
    ),
    ...(global === undefined
      ? []
      : [{ sku: 'global', regions: global, processedIn: 'anywhere', profile: `global.${id}` } as const]),
  ];
}

function lifecycle({ legacy, listedBy }: BedrockRow): ModelLifecycle {
  const { asOf, source } = listedBy ?? listing;
  if (legacy === undefined)
    return { state: 'generally-available', edition: asOf, source, asOf: readOn };
  const [retires, successor] = legacy;
  return {
    state: 'legacy',
    retires,
    successors: [successor],
    edition: '2026-07-17',
    source: legacySource,
    asOf: readOn,
  };
}

/** Models of Amazon Bedrock. A region that is missing may have been added after the listing. */
export const bedrockModels: readonly ManagedModel[] = rows.map((row): ManagedModel => {
  const { id, dimensions, contextTokens, contextFrom = contextSource, mantle, listedBy } = row;
  const tokenPrices = bedrockTokenPrices(id);
  const withContext = contextTokens === undefined || listedBy !== undefined ? '' : `; ${contextFrom}`;
  return {
    service: 'bedrock',
    id,
    kind: dimensions === undefined ? 'text-generation' : 'embedding',
    versions: [{ lifecycle: lifecycle(row), offers: offers(row) }],
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...(dimensions === undefined ? {} : { dimensions }),
    ...(tokenPrices === undefined ? {} : { tokenPrices }),
    ...(listedBy ?? { ...listing, source: `${listing.source}${withContext}` }),
    ...(mantle === true ? { notes: 'some of its regions may serve the bedrock-mantle endpoint only' } : {}),
  };
});
