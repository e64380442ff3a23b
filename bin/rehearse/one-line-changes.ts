import type { ChunkingSpec, EndpointSpec, KnowledgeSpec, ModelSpec, ResolvedPlatform, Tier } from '../../lib/platform';

/** A platform with one line changed. */
export interface OneLineChange {
  readonly name: string;
  /** The line: path, former value, new value. */
  readonly line: string;
  /** What an update should do, in one sentence. */
  readonly expected: string;
  /** AWS types that the change may replace or delete. */
  readonly replaces: readonly string[];
  /** Candidates in order: the first that can be planned is rehearsed. */
  readonly candidates: readonly ResolvedPlatform[];
}

/** A change that the platform has no line for. */
export interface NoSuchLine {
  readonly name: string;
  readonly reason: string;
}

/** The changes of one line that a team makes after its first deployment, made on this platform. */
export function oneLineChanges(
  platform: ResolvedPlatform,
  environment: string,
): readonly (OneLineChange | NoSuchLine)[] {
  return [
    prompt(),
    revision(platform),
    digest(platform),
    chunking(platform),
    dimension(platform),
    count(platform),
    tier(platform, environment),
  ];
}

function prompt(): NoSuchLine {
  return { name: 'prompt', reason: 'a platform declares no prompts' };
}

function revision(platform: ResolvedPlatform): OneLineChange | NoSuchLine {
  const [endpoint] = entries(platform.endpoints);
  const key = endpoint?.[1].model;
  const model = key === undefined ? undefined : platform.models[key];
  if (key === undefined || model?.kind !== 'open-weights')
    return { name: 'revision', reason: 'no endpoint serves open weights' };
  const next = otherHexadecimal(model.revision);
  return {
    name: 'revision',
    line: `models.${key}.revision ${short(model.revision)} to ${short(next)}`,
    expected: 'a new model behind the same endpoint; nothing that lasts is replaced',
    replaces: [],
    candidates: [withModel(platform, key, { ...model, revision: next })],
  };
}

function digest(platform: ResolvedPlatform): OneLineChange | NoSuchLine {
  const [endpoint] = entries(platform.endpoints);
  const { aws, azure } = endpoint?.[1].serving.imageDigest ?? {};
  if (endpoint === undefined || (aws ?? azure) === undefined)
    return { name: 'digest', reason: 'no endpoint names the digest of its image' };
  const [key, spec] = endpoint;
  const imageDigest = {
    ...(aws === undefined ? {} : { aws: otherDigest(aws) }),
    ...(azure === undefined ? {} : { azure: otherDigest(azure) }),
  };
  return {
    name: 'digest',
    line: `endpoints.${key}.serving.imageDigest ${Object.keys(imageDigest).join(' and ')}`,
    expected: 'a new container behind the same endpoint; nothing that lasts is replaced',
    replaces: [],
    candidates: [withEndpoint(platform, key, { ...spec, serving: { ...spec.serving, imageDigest } })],
  };
}

function chunking(platform: ResolvedPlatform): OneLineChange | NoSuchLine {
  const [base] = entries(platform.knowledge);
  if (base === undefined) return { name: 'chunking', reason: 'the platform has no knowledge base' };
  const [key, spec] = base;
  const maxTokens = spec.chunking?.kind === 'fixed' && spec.chunking.maxTokens === 500 ? 400 : 500;
  const next: ChunkingSpec = { kind: 'fixed', maxTokens, overlapPercent: 10 };
  return {
    name: 'chunking',
    line: `knowledge.${key}.chunking to ${maxTokens} tokens, overlap 10 percent`,
    expected: 'a data source of another name takes the place of the former; the index stays',
    replaces: ['AWS::Bedrock::DataSource'],
    candidates: [withKnowledge(platform, key, { ...spec, chunking: next })],
  };
}

/** Lengths that embedding models of the catalogue can be told, the likeliest first. */
const lengths: readonly number[] = [512, 256, 1024, 768, 1536];

function dimension(platform: ResolvedPlatform): OneLineChange | NoSuchLine {
  const name = 'dimension';
  const [base] = entries(platform.knowledge);
  if (base === undefined) return { name, reason: 'the platform has no knowledge base' };
  const key = base[1].embedding;
  const model = platform.models[key];
  if (model?.kind !== 'bedrock') return { name, reason: 'no knowledge base embeds with a Bedrock model' };
  return {
    name,
    line: `models.${key}.dimensions ${model.dimensions ?? 'by default'} to another length`,
    expected: 'an index of another name with a knowledge base over it takes the place of the former',
    replaces: ['AWS::Bedrock::DataSource', 'AWS::Bedrock::KnowledgeBase', 'AWS::S3Vectors::Index'],
    candidates: lengths
      .filter((length) => length !== model.dimensions)
      .map((dimensions) => withModel(platform, key, { ...model, dimensions })),
  };
}

function count(platform: ResolvedPlatform): OneLineChange | NoSuchLine {
  const [endpoint] = entries(platform.endpoints);
  if (endpoint === undefined) return { name: 'count', reason: 'the platform has no endpoint' };
  const [key, spec] = endpoint;
  const pinned = Object.fromEntries(
    spec.clouds.map((cloud) => [
      cloud,
      { ...spec.pinned?.[cloud], replicas: (spec.pinned?.[cloud]?.replicas ?? 2) + 1 },
    ]),
  );
  return {
    name: 'count',
    line: `endpoints.${key}.pinned.${spec.clouds.join(' and ')}.replicas one higher`,
    expected: 'the endpoint gets other counts and scaling limits in place',
    replaces: [],
    candidates: [withEndpoint(platform, key, { ...spec, pinned })],
  };
}

const nextTier: Readonly<Record<Tier, Tier>> = {
  development: 'staging',
  staging: 'production',
  production: 'staging',
};

function tier(platform: ResolvedPlatform, key: string): OneLineChange | NoSuchLine {
  const environment = platform.environments[key];
  if (environment === undefined) return { name: 'tier', reason: 'the environment is unknown' };
  const next = nextTier[environment.tier];
  return {
    name: 'tier',
    line: `environments.${key}.tier ${environment.tier} to ${next}`,
    expected: 'retention, alarms and counts of the tier in place; only a zone that one tier has comes or goes',
    // Production has a zone more than staging: its subnet is created or deleted.
    replaces: ['AWS::EC2::Subnet'],
    candidates: [{ ...platform, environments: { ...platform.environments, [key]: { ...environment, tier: next } } }],
  };
}

function entries<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(record);
}

function withModel(platform: ResolvedPlatform, key: string, model: ModelSpec): ResolvedPlatform {
  return { ...platform, models: { ...platform.models, [key]: model } };
}

function withEndpoint(platform: ResolvedPlatform, key: string, endpoint: EndpointSpec): ResolvedPlatform {
  return { ...platform, endpoints: { ...platform.endpoints, [key]: endpoint } };
}

function withKnowledge(platform: ResolvedPlatform, key: string, base: KnowledgeSpec): ResolvedPlatform {
  return { ...platform, knowledge: { ...platform.knowledge, [key]: base } };
}

/** The text with another first digit. */
function otherHexadecimal(text: string): string {
  return (text.startsWith('1') ? '2' : '1') + text.slice(1);
}

function otherDigest(text: string): string {
  const prefix = 'sha256:';
  return prefix + otherHexadecimal(text.slice(prefix.length));
}

function short(revision: string): string {
  return `${revision.slice(0, 8)}…`;
}
