import { messageOf } from '../../../lib/messages';
import { resolve } from '../../../lib/platform';
import config from '../../../llmops.config';
import { digest, platform } from '../../helpers/platform';
import { platformWith } from '../../helpers/spec-mistakes';

test('accepts the fixture platform and the reference config without a word', () => {
  expect(resolve(platform()).issues).toEqual([]);
  expect(resolve(config).issues).toEqual([]);
});

test('fills absent sections with nothing and decides no default', () => {
  const { endpoints, knowledge, registry, tuning, ...rest } = platform();
  expect(resolve(rest)).toEqual({
    ok: true,
    value: { ...rest, endpoints: {}, knowledge: {}, registry: { models: [] }, tuning: {} },
    issues: [],
  });
  expect([endpoints, knowledge, registry, tuning]).not.toContain(undefined);
});

test('takes a field that is written as undefined for an absent one', () => {
  expect(resolve(platformWith(['residency', undefined])).ok).toBe(true);
  expect(resolve({ ...platform(), pipeline: undefined, logs: { retentionDays: undefined } }).issues).toEqual([]);
});

test('fails on a platform that is not an object', () => {
  expect(resolve([]).issues.map(({ code, path }) => [code, path])).toEqual([['WrongType', '']]);
});

/** Mistakes that several fields make together. */
const together: readonly (readonly [string, readonly (readonly [string, unknown])[], readonly string[]])[] = [
  [
    'no environment',
    [['environments', {}]],
    [
      'NoEnvironment environments',
      'CloudNotUsed endpoints.chat.clouds[0]',
      'CloudNotUsed endpoints.chat.clouds[1]',
      'StoreWithoutCloud knowledge.handbook.stores[0]',
      'StoreWithoutCloud knowledge.handbook.stores[1]',
    ],
  ],
  [
    'an environment on no cloud',
    [['environments/lab', { tier: 'development' }]],
    ['NoCloud environments.lab', 'NotPlaced endpoints.chat.clouds', 'NotPlaced endpoints.chat.clouds'],
  ],
  [
    'a cloud no environment is on',
    [
      ['environments/dev/azure', undefined],
      ['environments/prod/azure', undefined],
    ],
    [
      'ModelWithoutCloud models.embed-azure',
      'ModelWithoutCloud models.frontier',
      'CloudNotUsed endpoints.chat.clouds[1]',
      'StoreWithoutCloud knowledge.handbook.stores[1]',
    ],
  ],
  [
    'releases for a cloud they were not tested on',
    [['environments/dev/azure', undefined]],
    ['UntestedCloud environments.prod.azure', 'NotPlaced endpoints.chat.clouds'],
  ],
  [
    'promotion in a circle',
    [
      ['environments/dev/promotesFrom', 'prod'],
      ['environments/dev/gates', [{ kind: 'soak', hours: 1 }]],
    ],
    ['PromotionCycle environments.dev.promotesFrom'],
  ],
  [
    'scale to zero in production and on Azure',
    [['endpoints/chat/whenIdle', 'scale-to-zero']],
    ['ScaleToZeroInProduction endpoints.chat.whenIdle', 'ScaleToZeroOnAzure endpoints.chat.whenIdle'],
  ],
  [
    'a pin for a cloud the endpoint is not on',
    [
      ['endpoints/chat/clouds', ['aws']],
      ['endpoints/chat/pinned', { azure: { replicas: 2 } }],
    ],
    ['UnusedPin endpoints.chat.pinned.azure'],
  ],
];

test.each(together)('fails on %s', (_title, changes, expected) => {
  const { ok, issues } = resolve(platformWith(...changes));
  expect(ok).toBe(false);
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
});

test('accepts a long retention where nothing is on Azure', () => {
  const spec = platformWith(
    ['environments/dev/azure', undefined],
    ['environments/prod/azure', undefined],
    ['models/frontier', undefined],
    ['models/embed-azure', undefined],
    ['endpoints/chat/clouds', ['aws']],
    ['knowledge/handbook/stores', ['s3-vectors']],
    ['knowledge/handbook/azureEmbedding', undefined],
    ['logs', { retentionDays: 3653 }],
  );
  expect(resolve(spec).issues).toEqual([]);
});

test('warns of an environment an endpoint will not exist in', () => {
  const { ok, issues } = resolve(platformWith(['environments/prod/azure', undefined]));
  expect(ok).toBe(true);
  expect(issues.map(({ code }) => [code, messageOf(code).severity])).toEqual([['NotPlaced', 'warning']]);
});

test('reports every mistake of a config in one run, and none of them twice', () => {
  const spec = platformWith(
    ['nmae', 'support'],
    ['owner/contact', 'nobody'],
    ['environments/dev/aws/account', 111_111_111_111],
    ['environments/prod/promotesFrom', 'de'],
    ['environments/prod/gates', [{ kind: 'soak', hours: -1 }]],
    ['models/chat/revision', 'main'],
    ['models/embed/dimensions', 'many'],
    ['endpoints/chat/serving/imageDigest/aws', 'latest'],
    ['endpoints/chat/slo', { timeToFirstToken: 100 }],
    ['knowledge/handbook/embedding', 'embde'],
    ['registry/models', ['chat', 'chat']],
    ['pipeline/repository', digest('a')],
  );
  expect(
    resolve(spec)
      .issues.map(({ code, path }) => `${code} ${path}`)
      .toSorted(),
  ).toEqual(
    [
      'UnknownField nmae',
      'InvalidContact owner.contact',
      'WrongType environments.dev.aws.account',
      'UnknownEnvironment environments.prod.promotesFrom',
      'NumberOutOfRange environments.prod.gates[0].hours',
      'InvalidRevision models.chat.revision',
      'WrongType models.embed.dimensions',
      'InvalidDigest endpoints.chat.serving.imageDigest.aws',
      'UnknownField endpoints.chat.slo.timeToFirstToken',
      'UnknownModel knowledge.handbook.embedding',
      'RepeatedEntry registry.models[1]',
      'InvalidRepository pipeline.repository',
    ].toSorted(),
  );
});
