import { z } from 'zod';
import type { PlatformSpec } from './platform';
import { catalogShape } from './shape-catalog';
import { awsNetworkShape, awsStandbyShape, awsTeamsShape, azureGivenShape } from './shape-landing-zone';

/*
 * The shape of a platform spec, checked at run time: a config is loaded without type checking, and a misspelt key must not
 * be ignored. The rules check formats and references.
 */
const cloud = z.enum(['aws', 'azure']);
const text = z.string();
const count = z.int().positive();
const amount = z.number().positive();

const quotas = z.record(text, z.int().min(0)).exactOptional();

const artifact = z
  .strictObject({
    s3Uri: text.exactOptional(),
    s3KeyArn: text.exactOptional(),
    azureModelUri: text.exactOptional(),
  })
  .exactOptional();

const signature = z.union([
  z.strictObject({ bundle: text, publicKey: text }),
  z.strictObject({ bundle: text, identity: text, issuer: text, trustedRoot: text }),
]);

const weightsImport = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('push') }),
  z.strictObject({ by: z.literal('job'), hub: text.exactOptional(), tokenSecret: text.exactOptional() }),
]);

const model = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open-weights'),
    id: text,
    revision: text,
    artifact,
    signature: signature.exactOptional(),
    import: z.strictObject({ aws: weightsImport.exactOptional() }).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('bedrock'),
    id: text,
    dimensions: count.exactOptional(),
    inference: z.enum(['in-region', 'geographic', 'global']).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('azure-openai'),
    id: text,
    version: text,
    capacityKTpm: count.exactOptional(),
    sku: z.enum(['Standard', 'DataZoneStandard', 'GlobalStandard']).exactOptional(),
  }),
]);

const pin = z.strictObject({
  instanceType: text.exactOptional(),
  tensorParallel: count.exactOptional(),
  replicas: count.exactOptional(),
});

const whenIdle = z.union([
  z.enum(['keep-warm', 'scale-to-zero']),
  z.strictObject({
    schedule: z.strictObject({
      days: z.enum(['weekdays', 'every-day']),
      fromHour: z.int().min(0).max(23),
      toHour: z.int().min(1).max(24),
      minReplicas: count.exactOptional(),
    }),
  }),
]);

const failover = z.discriminatedUnion('standby', [
  z.strictObject({ primary: cloud.exactOptional(), standby: z.literal('none') }),
  z.strictObject({ primary: cloud.exactOptional(), standby: z.literal('pilot-light') }),
  z.strictObject({ primary: cloud.exactOptional(), standby: z.literal('full') }),
  z.strictObject({ primary: cloud.exactOptional(), standby: z.literal('warm'), peakShare: amount.max(1) }),
]);

const awsServing = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('published-image') }),
  z.strictObject({ from: z.literal('copied-image') }),
  z.strictObject({ from: z.literal('cached-image'), image: text.exactOptional() }),
]);

const azureServing = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('published-image') }),
  z.strictObject({ from: z.literal('own-image'), repository: text }),
  z.strictObject({ from: z.literal('hugging-face'), model: text, version: count }),
  z.strictObject({
    from: z.literal('cached-image'),
    image: text.exactOptional(),
    login: z.strictObject({ usernameSecretUri: text, passwordSecretUri: text }).exactOptional(),
  }),
]);

const traffic = z.strictObject({
  peakConcurrency: count,
  inputTokens: count,
  outputTokens: count,
  maxTokens: count.exactOptional(),
  hoursPerDay: amount.max(24).exactOptional(),
  week: z.strictObject({ weekday: z.array(z.number()), weekend: z.array(z.number()) }).exactOptional(),
  timeZone: text.exactOptional(),
});

const trafficPart = z.strictObject({
  ...traffic.shape,
  peakConcurrency: count.exactOptional(),
  inputTokens: count.exactOptional(),
  outputTokens: count.exactOptional(),
});

const pins = z.strictObject({ aws: pin.exactOptional(), azure: pin.exactOptional() });

const environment = z.strictObject({
  tier: z.enum(['development', 'staging', 'production']),
  promotesFrom: text.exactOptional(),
  gates: z
    .union([
      z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('approval'), by: z.array(text) }),
          z.strictObject({ kind: z.literal('soak'), hours: amount }),
        ]),
      ),
      z.strictObject({ waived: z.literal(true), reason: text }),
    ])
    .exactOptional(),
  endpoints: z
    .record(
      text,
      z.union([
        z.literal(false),
        z.strictObject({
          traffic: trafficPart.exactOptional(),
          whenIdle: whenIdle.exactOptional(),
          pinned: pins.exactOptional(),
        }),
      ]),
    )
    .exactOptional(),
  models: z.record(text, z.strictObject({ capacityKTpm: count })).exactOptional(),
  dataRetention: z.strictObject({ promptsDays: count }).exactOptional(),
  checks: z.strictObject({ pack: z.enum(['baseline', 'production', 'regulated']).exactOptional() }).exactOptional(),
  aws: z
    .strictObject({
      account: text,
      region: text,
      cidr: text.exactOptional(),
      network: awsNetworkShape.exactOptional(),
      quotas,
      identityProvider: z.literal('existing').exactOptional(),
      privateServices: z.record(text, z.array(text).min(1)).exactOptional(),
      encryption: z.strictObject({ keyArn: text }).exactOptional(),
      logs: z.strictObject({ groupName: text.exactOptional(), flowLogBucketArn: text.exactOptional() }).exactOptional(),
      registry: z.strictObject({ repositoryName: text }).exactOptional(),
      alarms: z
        .strictObject({
          topicArn: text.exactOptional(),
          webhooks: z.record(text, z.strictObject({ secretArn: text, key: text.exactOptional() })).exactOptional(),
          teams: awsTeamsShape.exactOptional(),
        })
        .exactOptional(),
      standby: awsStandbyShape.exactOptional(),
      budget: z.strictObject({ amountPerMonth: amount }).exactOptional(),
      permissionsBoundary: text.exactOptional(),
      rolePath: text.exactOptional(),
      bootstrapQualifier: text.exactOptional(),
    })
    .exactOptional(),
  azure: z
    .strictObject({
      tenant: text,
      subscription: text,
      location: text,
      cidr: text.exactOptional(),
      ...azureGivenShape,
      quotas,
      deployedModels: z.array(text).exactOptional(),
      generation: z.number().exactOptional(),
      budget: z.strictObject({ amountPerMonth: amount, firstMonth: text }).exactOptional(),
      resourceManagerPrivateLink: z.boolean().exactOptional(),
    })
    .exactOptional(),
});

const endpoint = z.strictObject({
  model: text,
  clouds: z.array(cloud).min(1),
  traffic,
  slo: z
    .strictObject({ timeToFirstTokenMs: amount.exactOptional(), timePerOutputTokenMs: amount.exactOptional() })
    .exactOptional(),
  serving: z.strictObject({
    engine: z.enum(['vllm', 'sglang', 'tgi', 'nim']),
    version: text,
    imageDigest: z.strictObject({ aws: text.exactOptional(), azure: text.exactOptional() }),
    aws: awsServing.exactOptional(),
    azure: azureServing.exactOptional(),
    expertParallel: z.boolean().exactOptional(),
    gpuMemoryUtilization: amount.max(1).exactOptional(),
  }),
  whenIdle: whenIdle.exactOptional(),
  failover: failover.exactOptional(),
  weights: z
    .strictObject({
      carbonUsdPerTonneCo2e: z.number().min(0).exactOptional(),
      lostInstanceUsdPerMonth: z.number().min(0).exactOptional(),
    })
    .exactOptional(),
  quantisation: z
    .strictObject({ fp8: artifact, int8: artifact, int4: artifact, mxfp4: artifact, nvfp4: artifact })
    .exactOptional(),
  adapters: z.record(text, z.strictObject({ rank: count, path: text.exactOptional() })).exactOptional(),
  compareWith: z.array(text).exactOptional(),
  rollback: z.strictObject({ waived: z.literal(true), reason: text }).exactOptional(),
  pinned: pins.exactOptional(),
});

const schedule = z.union([
  z.strictObject({ everyMinutes: count }),
  z.strictObject({ cron: text, timeZone: text.exactOptional() }),
]);

const knowledge = z.strictObject({
  prefix: text.exactOptional(),
  source: text.exactOptional(),
  stores: z.array(z.enum(['s3-vectors', 'ai-search'])).min(1),
  embedding: text,
  azureEmbedding: text.exactOptional(),
  chunking: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('fixed'),
        maxTokens: count,
        overlapPercent: z.int().min(1).max(99),
      }),
      z.strictObject({ kind: z.literal('none') }),
    ])
    .exactOptional(),
  ingestion: schedule.exactOptional(),
});

const tuning = z.strictObject({
  base: text,
  method: z.enum(['lora', 'full']),
  dataPrefix: text.exactOptional(),
  image: z.strictObject({ repository: text, digest: text }),
  instanceType: text.exactOptional(),
  maxRuntimeHours: amount.exactOptional(),
  hyperparameters: z.record(text, text).exactOptional(),
  schedule: schedule.exactOptional(),
});

/** Shape of a whole platform spec. */
export const platformShape = z.strictObject({
  name: text,
  namePrefix: text.exactOptional(),
  tags: z.record(text, text).exactOptional(),
  owner: z.strictObject({ team: text, costCenter: text, contact: text }),
  dataClass: z.enum(['public', 'internal', 'confidential', 'restricted']),
  residency: z.enum(['eu', 'us']).exactOptional(),
  environments: z.record(text, environment),
  models: z.record(text, model),
  endpoints: z.record(text, endpoint).exactOptional(),
  knowledge: z.record(text, knowledge).exactOptional(),
  registry: z.strictObject({ models: z.array(text) }).exactOptional(),
  tuning: z.record(text, tuning).exactOptional(),
  pipeline: z
    .strictObject({
      kind: z.literal('github'),
      repository: text,
      ownerId: count.exactOptional(),
      repositoryId: count.exactOptional(),
      branch: text.exactOptional(),
    })
    .exactOptional(),
  logs: z.strictObject({ retentionDays: count.exactOptional() }).exactOptional(),
  accept: z
    .array(
      z.strictObject({
        id: text,
        address: text,
        reason: text,
        owner: text,
        until: text,
        environments: z.array(text).min(1).exactOptional(),
      }),
    )
    .exactOptional(),
  catalog: catalogShape.exactOptional(),
}) satisfies z.ZodType<PlatformSpec>;

/** The same shape with every section optional, for a spec in which another section is broken. */
export const draftShape = platformShape.partial();
