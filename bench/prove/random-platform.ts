import fc from 'fast-check';
import { catalog } from '../../lib/catalog';
import type {
  AwsTarget,
  AzureTarget,
  Cloud,
  EndpointSpec,
  EnvironmentSpec,
  IdlePolicy,
  ModelSpec,
  PlatformSpec,
  Tier,
} from '../../lib/platform';
import { azureOpenAi, bedrock, openWeights } from '../../lib/platform';

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;
const revision = '0123456789abcdef0123456789abcdef01234567';
const tenant = '00000000-0000-4000-8000-000000000001';

const places = (cloud: Cloud, residency: 'eu' | 'us'): readonly string[] =>
  catalog.regions.filter((row) => row.cloud === cloud && row.residency === residency).map(({ id }) => id);
const chatModels = catalog.models.filter(({ kind }) => kind === 'text-generation').map(({ id }) => id);

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** The entries of a record that are defined: an optional field is absent, not undefined. */
function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

const whenIdle: fc.Arbitrary<IdlePolicy> = fc.constantFrom<IdlePolicy>('keep-warm', 'scale-to-zero', {
  schedule: { days: 'weekdays', fromHour: 8, toHour: 18 },
});
const failover = fc.constantFrom<NonNullable<EndpointSpec['failover']>>(
  { standby: 'none' },
  { primary: 'azure', standby: 'full' },
  { standby: 'pilot-light' },
  { primary: 'aws', standby: 'warm', peakShare: 0.5 },
);

function endpoint(clouds: readonly Cloud[]): fc.Arbitrary<EndpointSpec> {
  return fc
    .record({
      clouds: fc.constantFrom(clouds, clouds.slice(0, 1)),
      traffic: fc.record({
        peakConcurrency: fc.integer({ min: 1, max: 200 }),
        inputTokens: fc.integer({ min: 20, max: 8000 }),
        outputTokens: fc.integer({ min: 10, max: 2000 }),
        hoursPerDay: fc.integer({ min: 1, max: 24 }),
      }),
      slo: optional(
        fc.record({
          timeToFirstTokenMs: fc.integer({ min: 300, max: 10_000 }),
          timePerOutputTokenMs: fc.integer({ min: 15, max: 200 }),
        }),
      ),
      whenIdle: optional(whenIdle),
      failover: optional(failover),
    })
    .map(({ failover: shared, ...fields }) =>
      present<EndpointSpec>({
        ...fields,
        model: 'chat',
        failover: fields.clouds.length === 2 ? shared : undefined,
        serving: {
          engine: 'vllm',
          version: '0.27.1',
          imageDigest: Object.fromEntries(fields.clouds.map((cloud) => [cloud, digest('a')])),
        },
      }),
    );
}

function targets(clouds: readonly Cloud[], residency: 'eu' | 'us', index: number) {
  const uuid = `00000000-0000-4000-8000-0000000000d${index}`;
  return fc
    .record({
      region: fc.constantFrom(...places('aws', residency)),
      location: fc.constantFrom(...places('azure', residency)),
    })
    .map(({ region, location }): { readonly aws?: AwsTarget; readonly azure?: AzureTarget } => ({
      ...(clouds.includes('aws')
        ? { aws: { account: `${index + 1}`.repeat(12), region, cidr: `10.${20 + 2 * index}.0.0/16` } }
        : {}),
      ...(clouds.includes('azure')
        ? { azure: { tenant, subscription: uuid, location, cidr: `10.${21 + 2 * index}.0.0/16` } }
        : {}),
    }));
}

const tiers: readonly (readonly [string, Tier])[] = [
  ['dev', 'development'],
  ['qa', 'staging'],
  ['prod', 'production'],
];

function environments(clouds: readonly Cloud[], residency: 'eu' | 'us'): fc.Arbitrary<Record<string, EnvironmentSpec>> {
  return fc.subarray([...tiers], { minLength: 1 }).chain((chosen) =>
    fc.tuple(...chosen.map((_tier, index) => targets(clouds, residency, index))).map((placed) =>
      Object.fromEntries(
        chosen.map(([name, tier], index): [string, EnvironmentSpec] => {
          const before = chosen[index - 1]?.[0];
          const promotion =
            before === undefined ? {} : { promotesFrom: before, gates: [{ kind: 'soak' as const, hours: 4 }] };
          return [name, { tier, ...promotion, ...placed[index] }];
        }),
      ),
    ),
  );
}

function models(clouds: readonly Cloud[], chat: string): Record<string, ModelSpec> {
  return {
    chat: openWeights(chat, { revision }),
    ...(clouds.includes('aws')
      ? { embed: bedrock('amazon.titan-embed-text-v2:0') }
      : { embed: azureOpenAi('text-embedding-3-large', { version: '1' }) }),
  };
}

/**
 * Platforms whose shape is right: one or two clouds, one to three environments, any region of the residency, any
 * text-generation model of the catalogue, any load. Whether a size exists for them is for the planner to say.
 */
export const randomPlatform: fc.Arbitrary<PlatformSpec> = fc
  .record({
    clouds: fc.constantFrom<readonly Cloud[]>(['aws'], ['azure'], ['aws', 'azure']),
    residency: fc.constantFrom<'eu' | 'us'>('eu', 'us'),
    chat: fc.constantFrom(...chatModels),
    dataClass: fc.constantFrom<PlatformSpec['dataClass']>('public', 'internal', 'confidential', 'restricted'),
    knowledge: fc.boolean(),
    registry: fc.boolean(),
    pipeline: fc.boolean(),
  })
  .chain(({ clouds, residency, ...parts }) =>
    fc
      .record({
        environments: environments(clouds, residency),
        endpoints: fc.dictionary(fc.constantFrom('chat', 'draft', 'batch'), endpoint(clouds), { maxKeys: 3 }),
      })
      .map(({ environments: envs, endpoints }) =>
        present<PlatformSpec>({
          name: 'fuzzed',
          owner: { team: 'ai-platform', costCenter: 'CC-1042', contact: 'ai-platform@example.com' },
          dataClass: parts.dataClass,
          residency,
          environments: envs,
          models: models(clouds, parts.chat),
          endpoints,
          knowledge: parts.knowledge
            ? { handbook: { stores: [clouds.includes('aws') ? 's3-vectors' : 'ai-search'], embedding: 'embed' } }
            : undefined,
          registry: parts.registry ? { models: ['chat'] } : undefined,
          tuning: undefined,
          pipeline: parts.pipeline ? { kind: 'github', repository: 'example-org/fuzzed' } : undefined,
          logs: undefined,
          catalog: undefined,
        }),
      ),
  );
