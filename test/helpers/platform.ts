import type {
  AwsTarget,
  AzureTarget,
  EndpointSpec,
  EnvironmentSpec,
  PlatformSpec,
  ResolvedPlatform,
} from '../../lib/platform';
import { azureOpenAi, bedrock, openWeights, resolve } from '../../lib/platform';

const tenant = '00000000-0000-4000-8000-000000000001';

/** A digest whose hexadecimal digits all are one character. */
export function digest(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

/** Where `dev` lives on AWS. */
export const awsTarget: AwsTarget = { account: '111111111111', region: 'eu-central-1', cidr: '10.20.0.0/16' };

/** Where `dev` lives on Azure. */
export const azureTarget: AzureTarget = {
  tenant,
  subscription: '00000000-0000-4000-8000-0000000000d1',
  location: 'swedencentral',
  cidr: '10.21.0.0/16',
};

/** A development environment on both clouds. */
export function developmentEnvironment(overrides: Partial<EnvironmentSpec> = {}): EnvironmentSpec {
  return { tier: 'development', aws: awsTarget, azure: azureTarget, ...overrides };
}

/** A production environment on both clouds that takes releases from `dev`. */
export function productionEnvironment(overrides: Partial<EnvironmentSpec> = {}): EnvironmentSpec {
  return {
    tier: 'production',
    promotesFrom: 'dev',
    gates: [{ kind: 'approval', by: ['leads'] }],
    aws: { account: '333333333333', region: 'eu-central-1', cidr: '10.24.0.0/16' },
    azure: {
      tenant,
      subscription: '00000000-0000-4000-8000-0000000000f3',
      location: 'swedencentral',
      cidr: '10.25.0.0/16',
    },
    ...overrides,
  };
}

/** An endpoint of the model `chat` on both clouds. */
export function endpoint(overrides: Partial<EndpointSpec> = {}): EndpointSpec {
  return {
    model: 'chat',
    clouds: ['aws', 'azure'],
    traffic: { peakConcurrency: 8, inputTokens: 1000, outputTokens: 200 },
    serving: { engine: 'vllm', version: '0.27.1', imageDigest: { aws: digest('a'), azure: digest('b') } },
    ...overrides,
  };
}

/** Sections to replace; one that is undefined is left out. */
export type PlatformOverrides = { readonly [K in keyof PlatformSpec]?: PlatformSpec[K] | undefined };

/** A small hybrid platform with everything a spec can hold, from development to production; sections can be replaced. */
export function platform(overrides: PlatformOverrides = {}): PlatformSpec {
  const sections: PlatformOverrides = {
    name: 'support',
    owner: { team: 'ai-platform', costCenter: 'CC-1042', contact: 'ai-platform@example.com' },
    dataClass: 'internal',
    residency: 'eu',
    environments: { dev: developmentEnvironment(), prod: productionEnvironment() },
    models: {
      chat: openWeights('Qwen/Qwen3-32B', { revision: '0123456789abcdef0123456789abcdef01234567' }),
      embed: bedrock('amazon.titan-embed-text-v2:0'),
      'embed-azure': azureOpenAi('text-embedding-3-large', { version: '1' }),
      frontier: azureOpenAi('gpt-4.1', { version: '2025-04-14' }),
    },
    endpoints: { chat: endpoint() },
    knowledge: { handbook: { stores: ['s3-vectors', 'ai-search'], embedding: 'embed', azureEmbedding: 'embed-azure' } },
    registry: { models: ['chat'] },
    tuning: {
      'chat-lora': {
        base: 'chat',
        method: 'lora',
        image: { repository: 'huggingface-pytorch-training', digest: digest('c') },
      },
    },
    pipeline: { kind: 'github', repository: 'example-org/support', ownerId: 123456, repositoryId: 456789 },
    ...overrides,
  };
  // The sections a spec must have are only ever replaced, never taken out.
  return Object.fromEntries(
    Object.entries(sections).filter(([, section]) => section !== undefined),
  ) as unknown as PlatformSpec;
}

/** The part of the platform that AWS alone can hold, in one environment. */
export function awsPlatform(overrides: PlatformOverrides = {}): PlatformSpec {
  const { chat, embed } = platform().models;
  return platform({
    environments: { dev: { tier: 'development', aws: awsTarget } },
    models: { ...(chat === undefined ? {} : { chat }), ...(embed === undefined ? {} : { embed }) },
    endpoints: { chat: endpoint({ clouds: ['aws'] }) },
    knowledge: { handbook: { stores: ['s3-vectors'], embedding: 'embed' } },
    ...overrides,
  });
}

/** The same, resolved. Fails the test with the issues when the overrides do not resolve. */
export function resolvedPlatform(overrides: PlatformOverrides = {}): ResolvedPlatform {
  const resolved = resolve(platform(overrides));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, null, 2));
  return resolved.value;
}
