import config from '../../../llmops.config';
import { resolve } from '../../../lib/spec';
import type { Issue } from '../../../lib/spec';
import { digest, platform } from '../../helpers/platform';

type Path = readonly (string | number)[];

/** A copy of the fixture platform with one value written at a path, or taken out when it is undefined. */
function platformWith(...changes: readonly (readonly [path: string, value: unknown])[]): unknown {
  return changes.reduce<unknown>((spec, [path, value]) => write(spec, path.split('/'), value), platform());
}

function write(target: unknown, [step = '', ...rest]: Path, value: unknown): unknown {
  const key = String(step);
  if (Array.isArray(target)) {
    return target.map((item: unknown, index) => (index === Number(key) ? write(item, rest, value) : item));
  }
  const fields = Object.entries((target ?? {}) as Record<string, unknown>);
  const inner = rest.length === 0 ? value : write(Object.fromEntries(fields)[key], rest, value);
  const others = fields.filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined && rest.length === 0 ? others : [...others, [key, inner]]);
}

function summary({ code, path, got, expected, fix }: Issue): object {
  return { code, path, got, expected, fix };
}

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

/** One mistake and the one issue it makes. */
const mistakes: readonly (readonly [
  title: string,
  path: string,
  value: unknown,
  issue: { code: string; path: string; got: unknown; expected: string; fix: string },
])[] = [
  [
    'an unknown field',
    'endpoints/chat/trafic',
    {},
    {
      code: 'UnknownField',
      path: 'endpoints.chat.trafic',
      got: 'trafic',
      expected: `one of the fields 'clouds', 'model', 'pinned', 'serving', 'slo', 'traffic' or 'whenIdle'`,
      fix: `did you mean 'traffic'?`,
    },
  ],
  [
    'a missing field',
    'owner/team',
    undefined,
    { code: 'MissingField', path: 'owner.team', got: undefined, expected: 'a string', fix: 'add owner.team' },
  ],
  [
    'a value of another type',
    'name',
    7,
    { code: 'WrongType', path: 'name', got: 7, expected: 'a string', fix: 'write a string' },
  ],
  [
    'an unknown word',
    'dataClass',
    'confidental',
    {
      code: 'UnknownValue',
      path: 'dataClass',
      got: 'confidental',
      expected: `'confidential', 'internal', 'public' or 'restricted'`,
      fix: `did you mean 'confidential'?`,
    },
  ],
  [
    'an unknown kind of model',
    'models/embed/kind',
    'bedrok',
    {
      code: 'UnknownValue',
      path: 'models.embed.kind',
      got: 'bedrok',
      expected: `'azure-openai', 'bedrock' or 'open-weights'`,
      fix: `did you mean 'bedrock'?`,
    },
  ],
  [
    'a number that is not positive',
    'endpoints/chat/traffic/peakConcurrency',
    0,
    {
      code: 'NumberOutOfRange',
      path: 'endpoints.chat.traffic.peakConcurrency',
      got: 0,
      expected: 'more than 0',
      fix: 'use more than 0',
    },
  ],
  [
    'a number that is not finite',
    'endpoints/chat/traffic/hoursPerDay',
    Number.POSITIVE_INFINITY,
    {
      code: 'WrongType',
      path: 'endpoints.chat.traffic.hoursPerDay',
      got: Number.POSITIVE_INFINITY,
      expected: 'a number',
      fix: 'write a number',
    },
  ],
  [
    'a fraction of a token',
    'endpoints/chat/traffic/inputTokens',
    1.5,
    {
      code: 'NumberOutOfRange',
      path: 'endpoints.chat.traffic.inputTokens',
      got: 1.5,
      expected: 'a whole number',
      fix: 'use a whole number',
    },
  ],
  [
    'a day of more than 24 hours',
    'endpoints/chat/traffic/hoursPerDay',
    25,
    {
      code: 'NumberOutOfRange',
      path: 'endpoints.chat.traffic.hoursPerDay',
      got: 25,
      expected: 'at most 24',
      fix: 'use at most 24',
    },
  ],
  [
    'no cloud to run on',
    'endpoints/chat/clouds',
    [],
    {
      code: 'EmptyList',
      path: 'endpoints.chat.clouds',
      got: [],
      expected: 'a list with at least one entry',
      fix: 'add an entry to endpoints.chat.clouds or remove what it belongs to',
    },
  ],
  [
    'gates that are neither a list nor a waiver',
    'environments/prod/gates',
    'none',
    {
      code: 'WrongType',
      path: 'environments.prod.gates',
      got: 'none',
      expected: 'a list of gates or { waived: true, reason }',
      fix: 'write a list of gates or { waived: true, reason }',
    },
  ],
  [
    'an unknown gate',
    'environments/prod/gates',
    [{ kind: 'aproval', by: ['leads'] }],
    {
      code: 'UnknownValue',
      path: 'environments.prod.gates[0].kind',
      got: 'aproval',
      expected: `'approval' or 'soak'`,
      fix: `did you mean 'approval'?`,
    },
  ],
  [
    'a waiver without its reason',
    'environments/prod/gates',
    { waived: true, reason: ' ' },
    {
      code: 'EmptyWaiverReason',
      path: 'environments.prod.gates.reason',
      got: '',
      expected: 'a sentence a reviewer can judge',
      fix: 'say why this environment needs no gate',
    },
  ],
  [
    'a name with capitals',
    'name',
    'SupportAssistant',
    {
      code: 'InvalidName',
      path: 'name',
      got: 'SupportAssistant',
      expected: 'at most 32 lower-case letters, digits and single hyphens, starting with a letter',
      fix: `rename it to 'support-assistant'`,
    },
  ],
  [
    'a name that is too long',
    'name',
    'a'.repeat(33),
    {
      code: 'InvalidName',
      path: 'name',
      got: 'a'.repeat(33),
      expected: 'at most 32 lower-case letters, digits and single hyphens, starting with a letter',
      fix: `rename it to '${'a'.repeat(32)}'`,
    },
  ],
  [
    'a cost centre no cloud takes as a tag',
    'owner/costCenter',
    'CC#1042',
    {
      code: 'InvalidTagValue',
      path: 'owner.costCenter',
      got: 'CC#1042',
      expected: '1 to 256 letters, digits, spaces or _ . : / = + - @',
      fix: 'leave out other characters',
    },
  ],
  [
    'a contact that is no address',
    'owner/contact',
    'the-team',
    {
      code: 'InvalidContact',
      path: 'owner.contact',
      got: 'the-team',
      expected: 'an e-mail address',
      fix: 'write an address that a team reads, for example ai-platform@example.com',
    },
  ],
  [
    'an account that lost its zeros',
    'environments/dev/aws/account',
    '1111',
    {
      code: 'InvalidAccount',
      path: 'environments.dev.aws.account',
      got: '1111',
      expected: 'twelve digits in quotes, leading zeros included',
      fix: `write '000000001111' if leading zeros were lost`,
    },
  ],
  [
    'a subscription by name',
    'environments/dev/azure/subscription',
    'my-subscription',
    {
      code: 'InvalidUuid',
      path: 'environments.dev.azure.subscription',
      got: 'my-subscription',
      expected: 'eight, four, four, four and twelve hexadecimal digits with hyphens',
      fix: `copy the subscription id from 'az account show'`,
    },
  ],
  [
    'a range with host bits',
    'environments/dev/aws/cidr',
    '10.20.1.0/16',
    {
      code: 'InvalidCidr',
      path: 'environments.dev.aws.cidr',
      got: '10.20.1.0/16',
      expected: 'an IPv4 range from /16 to /22 without host bits, for example 10.20.0.0/16',
      fix: 'subnets in three zones and private endpoints need a /22; a VPC cannot be larger than a /16',
    },
  ],
  [
    'a range that overlaps one of the other cloud',
    'environments/prod/azure/cidr',
    '10.20.128.0/20',
    {
      code: 'OverlappingCidrs',
      path: 'environments.prod.azure.cidr',
      got: '10.20.128.0/20',
      expected: 'a range no other environment or cloud of the platform uses',
      fix: 'choose another range for environments.prod.azure.cidr',
    },
  ],
  [
    'an unknown source of releases',
    'environments/prod/promotesFrom',
    'dve',
    {
      code: 'UnknownEnvironment',
      path: 'environments.prod.promotesFrom',
      got: 'dve',
      expected: `environment 'dev'`,
      fix: `use 'dev' or declare 'dve'`,
    },
  ],
  [
    'an environment that promotes from itself',
    'environments/prod/promotesFrom',
    'prod',
    {
      code: 'PromotionCycle',
      path: 'environments.prod.promotesFrom',
      got: 'prod',
      expected: 'another environment',
      fix: 'name the environment that releases come from, or remove promotesFrom where releases are made',
    },
  ],
  [
    'promotion without a gate',
    'environments/prod/gates',
    undefined,
    {
      code: 'MissingGates',
      path: 'environments.prod.gates',
      got: undefined,
      expected: 'at least one gate, or a waiver with its reason',
      fix: `add a gate, for example { kind: 'soak', hours: 4 }, or { waived: true, reason: '…' }`,
    },
  ],
  [
    'an empty list of gates',
    'environments/prod/gates',
    [],
    {
      code: 'MissingGates',
      path: 'environments.prod.gates',
      got: undefined,
      expected: 'at least one gate, or a waiver with its reason',
      fix: `add a gate, for example { kind: 'soak', hours: 4 }, or { waived: true, reason: '…' }`,
    },
  ],
  [
    'gates where nothing is promoted',
    'environments/dev/gates',
    [{ kind: 'soak', hours: 1 }],
    {
      code: 'GatesWithoutPromotion',
      path: 'environments.dev.gates',
      got: undefined,
      expected: 'gates only beside promotesFrom',
      fix: 'add environments.dev.promotesFrom or remove environments.dev.gates',
    },
  ],
  [
    'an approval by nobody',
    'environments/prod/gates',
    [{ kind: 'approval', by: [] }],
    {
      code: 'NobodyApproves',
      path: 'environments.prod.gates[0].by',
      got: [],
      expected: 'at least one person or team',
      fix: 'name who approves',
    },
  ],
  [
    'a branch in place of a revision',
    'models/chat/revision',
    'main',
    {
      code: 'InvalidRevision',
      path: 'models.chat.revision',
      got: 'main',
      expected: '40 lower-case hexadecimal digits',
      fix: 'write the commit hash the branch points to now',
    },
  ],
  [
    'a repository id without organisation',
    'models/chat/id',
    'Qwen3-32B',
    {
      code: 'InvalidModelId',
      path: 'models.chat.id',
      got: 'Qwen3-32B',
      expected: 'organisation/name, for example Qwen/Qwen3-32B',
      fix: 'copy the id from the page of the model',
    },
  ],
  [
    'weights at a place without its slash',
    'models/chat/artifact',
    { s3Uri: 's3://weights/qwen' },
    {
      code: 'InvalidArtifactUri',
      path: 'models.chat.artifact.s3Uri',
      got: 's3://weights/qwen',
      expected: 's3://bucket/prefix/ ending in a slash',
      fix: 'use s3://bucket/prefix/ ending in a slash',
    },
  ],
  [
    'a model version of nothing',
    'models/frontier/version',
    '',
    {
      code: 'InvalidModelVersion',
      path: 'models.frontier.version',
      got: '',
      expected: 'a version, for example 2025-04-14',
      fix: `copy it from 'az cognitiveservices model list'`,
    },
  ],
  [
    'an unknown model',
    'endpoints/chat/model',
    'chta',
    {
      code: 'UnknownModel',
      path: 'endpoints.chat.model',
      got: 'chta',
      expected: `model 'chat', 'embed' or 'frontier'`,
      fix: `did you mean 'chat'?`,
    },
  ],
  [
    'an endpoint of a managed model',
    'endpoints/chat/model',
    'frontier',
    {
      code: 'WrongModelKind',
      path: 'endpoints.chat.model',
      got: 'frontier',
      expected: `a model of kind open-weights: 'chat'`,
      fix: `use 'chat'`,
    },
  ],
  [
    'a tag in place of a digest',
    'endpoints/chat/serving/imageDigest/aws',
    'v0.27.1',
    {
      code: 'InvalidDigest',
      path: 'endpoints.chat.serving.imageDigest.aws',
      got: 'v0.27.1',
      expected: 'sha256: and 64 lower-case hexadecimal digits',
      fix: `copy the digest from 'docker buildx imagetools inspect' or the registry`,
    },
  ],
  [
    'a cloud without an image',
    'endpoints/chat/serving/imageDigest/azure',
    undefined,
    {
      code: 'MissingImageDigest',
      path: 'endpoints.chat.serving.imageDigest.azure',
      got: undefined,
      expected: 'sha256: and 64 hexadecimal digits',
      fix: `add endpoints.chat.serving.imageDigest.azure or remove 'azure' from endpoints.chat.clouds`,
    },
  ],
  [
    'a cloud twice',
    'endpoints/chat/clouds',
    ['aws', 'azure', 'aws'],
    {
      code: 'RepeatedEntry',
      path: 'endpoints.chat.clouds[2]',
      got: 'aws',
      expected: 'every entry once',
      fix: 'remove endpoints.chat.clouds[2]',
    },
  ],
  [
    'a longest request shorter than a typical one',
    'endpoints/chat/traffic/maxTokens',
    1000,
    {
      code: 'MaxTokensBelowTypical',
      path: 'endpoints.chat.traffic.maxTokens',
      got: 1000,
      expected: 'at least 1200',
      fix: 'raise maxTokens to 1200 or more, or remove it',
    },
  ],
  [
    'a prefix that also matches its neighbours',
    'knowledge/handbook/prefix',
    '/docs',
    {
      code: 'InvalidPrefix',
      path: 'knowledge.handbook.prefix',
      got: '/docs',
      expected: 'path segments ending in a slash and not starting with one, for example handbook/',
      fix: `write 'docs/'`,
    },
  ],
  [
    'a Bedrock knowledge base that embeds elsewhere',
    'knowledge/handbook/embedding',
    'frontier',
    {
      code: 'WrongModelKind',
      path: 'knowledge.handbook.embedding',
      got: 'frontier',
      expected: `a model of kind bedrock: 'embed'`,
      fix: `use 'embed'`,
    },
  ],
  [
    'a registry of an unknown model',
    'registry/models',
    ['chad'],
    {
      code: 'UnknownModel',
      path: 'registry.models[0]',
      got: 'chad',
      expected: `model 'chat', 'embed' or 'frontier'`,
      fix: `did you mean 'chat'?`,
    },
  ],
  [
    'tuning of a managed model',
    'tuning/chat-lora/base',
    'embed',
    {
      code: 'WrongModelKind',
      path: 'tuning.chat-lora.base',
      got: 'embed',
      expected: `a model of kind open-weights: 'chat'`,
      fix: `use 'chat'`,
    },
  ],
  [
    'an image repository with its host',
    'tuning/chat-lora/image/repository',
    'example.com/training:1',
    {
      code: 'InvalidImageRepository',
      path: 'tuning.chat-lora.image.repository',
      got: 'example.com/training:1',
      expected: 'a repository without registry host and tag, for example huggingface-pytorch-training',
      fix: 'leave out the host before the first slash and everything from : or @ on',
    },
  ],
  [
    'a job longer than SageMaker allows',
    'tuning/chat-lora/maxRuntimeHours',
    673,
    {
      code: 'NumberOutOfRange',
      path: 'tuning.chat-lora.maxRuntimeHours',
      got: 673,
      expected: 'at most 672',
      fix: 'use at most 672',
    },
  ],
  [
    'a repository with a wildcard',
    'pipeline/repository',
    'example-org/*',
    {
      code: 'InvalidRepository',
      path: 'pipeline.repository',
      got: 'example-org/*',
      expected: 'organisation/repository without host and wildcard',
      fix: `write it as in the address of the repository, for example 'example-org/support-assistant'`,
    },
  ],
  [
    'a branch with a wildcard',
    'pipeline/branch',
    'release/*',
    {
      code: 'InvalidBranch',
      path: 'pipeline.branch',
      got: 'release/*',
      expected: 'a branch name without wildcard',
      fix: 'name the branch that deploys',
    },
  ],
  [
    'a retention CloudWatch does not know',
    'logs',
    { retentionDays: 100 },
    {
      code: 'InvalidRetentionDays',
      path: 'logs.retentionDays',
      got: 100,
      expected: 'one of 30, 60, 90, 120, 150, 180, 365, 400, 545',
      fix: 'use 120',
    },
  ],
  [
    'a retention Log Analytics does not know',
    'logs',
    { retentionDays: 7 },
    {
      code: 'InvalidRetentionDays',
      path: 'logs.retentionDays',
      got: 7,
      expected: 'one of 30, 60, 90, 120, 150, 180, 365, 400, 545',
      fix: 'use 30',
    },
  ],
];

test.each(mistakes)('fails on %s and says how to right it', (_title, path, value, issue) => {
  const { ok, issues } = resolve(platformWith([path, value]));
  expect(ok).toBe(false);
  expect(issues.map(summary)).toEqual([issue]);
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
    ['endpoints/chat/clouds', ['aws']],
    ['knowledge/handbook/stores', ['s3-vectors']],
    ['logs', { retentionDays: 3653 }],
  );
  expect(resolve(spec).issues).toEqual([]);
});

test('warns of an environment an endpoint will not exist in', () => {
  const { ok, issues } = resolve(platformWith(['environments/prod/azure', undefined]));
  expect(ok).toBe(true);
  expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['NotPlaced', 'warning']]);
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
