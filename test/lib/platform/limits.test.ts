import { resolve } from '../../../lib/platform';
import { digest } from '../../helpers/platform';
import { platformWith } from '../../helpers/spec-mistakes';

/* Values on either side of every limit of the rules: accepted on one, refused on the other. */

const dev = 'environments/dev';
const flat = (fraction: number): readonly number[] => Array.from({ length: 24 }, () => fraction);
const chat = 'endpoints/chat';
const schedule = { days: 'every-day', fromHour: 0, toHour: 24 };

const accepted: readonly (readonly [path: string, ...values: unknown[]])[] = [
  ['name', 'ab', 'a'.repeat(32), 'a1-b2'],
  ['owner/team', 'a', 'x'.repeat(256), 'Ä ö_.:/=+-@9'],
  ['owner/contact', 'a@b.c'],
  [`${dev}/aws/cidr`, '10.20.0.0/16', '10.20.0.0/22', '172.16.0.0/19'],
  [`${dev}/azure/subscription`, 'ABCDEFAB-0000-4000-8000-0000000000D1'],
  ['models/chat/id', 'a/b', 'a.b-c_d/e.f-g_h'],
  [
    'models/chat/artifact',
    { s3Uri: 's3://abc/' + 'x/' },
    { azureModelUri: 'azureml://registries/r/models/m.1/versions/10' },
  ],
  ['models/embed/id', 'cohere.embed-v4:0'],
  [`${chat}/traffic/maxTokens`, 1200, 1201],
  [`${chat}/traffic/hoursPerDay`, 24, 0.5],
  [`${chat}/traffic/week`, { weekday: flat(0), weekend: flat(1) }, { weekday: flat(1), weekend: flat(0) }],
  [`${chat}/traffic/timeZone`, 'UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'],
  [`${chat}/whenIdle`, 'keep-warm', { schedule }, { schedule: { ...schedule, minReplicas: 2, toHour: 1 } }],
  [`${chat}/failover`, { standby: 'warm', peakShare: 1 }],
  ['knowledge/handbook/prefix', 'a/', 'a.b_c-d/e/'],
  ['knowledge/handbook/chunking', { kind: 'fixed', maxTokens: 1, overlapPercent: 1 }, { kind: 'none' }],
  ['tuning/chat-lora/maxRuntimeHours', 672, 0.5],
  ['tuning/chat-lora/image/repository', 'a', 'a.b/c-d_e'],
  ['pipeline/repository', 'a/b', 'a-b/c.d_e-f'],
  ['pipeline/branch', 'main', 'release/1.0', 'a/b/c'],
  ['logs', { retentionDays: 30 }, { retentionDays: 545 }],
];

test.each(accepted.map(([path, ...values]) => ({ path, values })))('accepts $path', ({ path, values }) => {
  for (const value of values) expect([value, resolve(platformWith([path, value])).issues]).toEqual([value, []]);
});

const refused: readonly (readonly [code: string, path: string, ...values: unknown[]])[] = [
  ['InvalidName', 'name', 'a', 'a'.repeat(33), '1a', 'a-', 'a--b', 'ab_c', 'a-b'],
  ['InvalidTagValue', 'owner/team', '', 'x'.repeat(257), 'a#b'],
  ['InvalidContact', 'owner/contact', 'a@b', '@b.c', 'a b@c.d', 'a@b.c d'],
  ['InvalidAccount', `${dev}/aws/account`, '1'.repeat(11), '1'.repeat(13), '11111111111a', 'x111111111111'],
  [
    'InvalidUuid',
    `${dev}/azure/tenant`,
    'x00000000-0000-4000-8000-000000000001',
    '00000000-0000-4000-8000-0000000000011',
  ],
  ['InvalidCidr', `${dev}/aws/cidr`, '10.98.0.0/15', '10.20.0.0/23', '10.20.0.0', 'x'],
  ['InvalidModelId', 'models/chat/id', 'chat', 'a/b/c', 'a/b c', '/b', 'a/'],
  ['InvalidModelId', 'models/embed/id', 'titan', 'Amazon.titan', 'amazon.', '.titan', 'amazon.titan x'],
  ['InvalidModelVersion', 'models/frontier/version', '', ' '],
  ['InvalidRevision', 'models/chat/revision', '0'.repeat(39), '0'.repeat(41), 'A'.repeat(40), 'main'],
  [
    'InvalidKeyArn',
    'models/chat/artifact',
    { s3Uri: 's3://abc/x/', s3KeyArn: 'alias/support-dev' },
    { s3Uri: 's3://abc/x/', s3KeyArn: 'arn:aws:kms:eu-central-1:111111111111:alias/support-dev' },
    { s3Uri: 's3://abc/x/', s3KeyArn: 'arn:aws:kms:eu-central-1:1:key/a' },
    { s3KeyArn: 'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-000000000000' },
  ],
  [
    'InvalidArtifactUri',
    'models/chat/artifact',
    { s3Uri: 's3://ab/x/' },
    { s3Uri: 's3://abc' },
    { s3Uri: 'xs3://abc/x/' },
    { azureModelUri: 'azureml://registries/r/models/m' },
    { azureModelUri: 'xazureml://registries/r/models/m/versions/1' },
    { azureModelUri: 'azureml://registries/r/models/m/versions/1/x' },
  ],
  [
    'InvalidDigest',
    `${chat}/serving/imageDigest/aws`,
    digest('g'),
    digest('A'),
    `x${digest('a')}`,
    `${digest('a')}a`,
    'sha256:a',
  ],
  ['MaxTokensBelowTypical', `${chat}/traffic/maxTokens`, 1199, 1],
  ['InvalidTimeZone', `${chat}/traffic/timeZone`, 'europe/berlin', 'Europe', 'CET', 'xUTC', 'UTC/'],
  [
    'InvalidWeek',
    `${chat}/traffic/week`,
    { weekday: [...flat(1), 1], weekend: flat(0) },
    { weekday: [], weekend: flat(1) },
  ],
  [
    'InvalidWeek',
    `${chat}/traffic/week`,
    { weekday: flat(-0.1), weekend: flat(1) },
    { weekday: flat(0), weekend: flat(0) },
  ],
  ['InvalidSchedule', `${chat}/whenIdle`, { schedule: { ...schedule, fromHour: 9, toHour: 9 } }],
  ['InvalidPrefix', 'knowledge/handbook/prefix', 'a', '/a/', 'a//b/', '', '/', 'a b/'],
  ['InvalidPrefix', 'tuning/chat-lora/dataPrefix', 'data'],
  ['NumberOutOfRange', 'tuning/chat-lora/maxRuntimeHours', 672.5, 0],
  [
    'InvalidImageRepository',
    'tuning/chat-lora/image/repository',
    'A',
    'a:1',
    'host.example.com:1/a',
    '-a',
    'a-',
    'a//b',
    '',
  ],
  [
    'InvalidRepository',
    'pipeline/repository',
    'a',
    'a/b/c',
    '-a/b',
    'a-/b',
    'a/',
    '/b',
    'a/*',
    'https://x.example/a/b',
  ],
  ['InvalidBranch', 'pipeline/branch', '', '/a', 'a/', 'a//b', 'a*', 'a b'],
  ['InvalidRetentionDays', 'logs', { retentionDays: 29 }, { retentionDays: 14 }, { retentionDays: 731 }],
  ['EmptyWaiverReason', 'environments/prod/gates', { waived: true, reason: '' }],
  ['EmptyWaiverReason', 'endpoints/chat/rollback', { waived: true, reason: ' ' }],
  ['NoApprover', 'environments/prod/gates', [{ kind: 'approval', by: [' '] }]],
  ['NumberOutOfRange', `${chat}/failover`, { standby: 'warm', peakShare: 1.1 }, { standby: 'warm', peakShare: 0 }],
];

test.each(refused.map(([code, path, ...values]) => ({ code, path, values })))(
  'refuses $path with $code',
  ({ code, path, values }) => {
    for (const value of values) {
      const codes = resolve(platformWith([path, value])).issues.map((issue) => issue.code);
      expect([value, codes]).toEqual([value, [code]]);
    }
  },
);

test.each([
  ['10.22.7.0/16', 'the address has host bits', 'use 10.22.0.0/16'],
  ['10.22.7.0/23', 'the address has host bits', 'use 10.22.4.0/22'],
  ['10.22.0.0/24', '/24 is not between /16 and /22', 'use 10.22.0.0/22'],
  ['11.0.0.0/8', '/8 is not between /16 and /22', 'use 11.0.0.0/16'],
  ['10.22.7.0/40', 'not an IPv4 range', 'use 10.22.4.0/22'],
  ['10.22.0.0', 'not an IPv4 range', 'use 10.22.0.0/22'],
  ['the office', 'not an IPv4 range', 'use a range such as 10.20.0.0/16'],
])('the fix for the range %s is %s: %s', (cidr, message, fix) => {
  expect(resolve(platformWith([`${dev}/aws/cidr`, cidr])).issues).toMatchObject([
    { code: 'InvalidCidr', message, fix },
  ]);
});

test.each([
  [`${dev}/aws/account`, 111111111111, `write '111111111111'`],
  [`${chat}/traffic/peakConcurrency`, '32', 'write 32'],
  [`${chat}/traffic/hoursPerDay`, '7.50', 'write 7.5'],
  [`${chat}/traffic/peakConcurrency`, 'many', 'write a number'],
  [`${chat}/traffic/peakConcurrency`, ' ', 'write a number'],
  ['name', true, 'write a string'],
])('the fix for a value of another type at %s writes the value: %j', (path, value, fix) => {
  expect(resolve(platformWith([path, value])).issues).toMatchObject([{ code: 'WrongType', fix }]);
});

test.each([
  [[-1], 'write 23 more'],
  [Array.from({ length: 26 }, () => 1), 'remove 2 of them'],
])('the fix for a day of another length counts the hours', (weekday, fix) => {
  const valid = weekday.map(() => 1);
  expect(resolve(platformWith([`${chat}/traffic/week`, { weekday: valid, weekend: flat(0) }])).issues).toMatchObject([
    { code: 'InvalidWeek', path: 'endpoints.chat.traffic.week.weekday', fix },
  ]);
});

test('a name that only needs other letters gets a suggestion, one that cannot be mended a description', () => {
  const fixes = ['Support Chat', 'supportChat', '9', 'Ünder', 'x_y', '-ab-'].map(
    (name) => resolve(platformWith(['name', name])).issues[0]?.fix,
  );
  expect(fixes).toEqual([
    `rename it to 'support-chat'`,
    `rename it to 'support-chat'`,
    'choose a name that starts with a letter and no hyphen after it',
    `rename it to 'nder'`,
    'choose a name that starts with a letter and no hyphen after it',
    `rename it to 'ab'`,
  ]);
});

test('the keys of each section have their limits', () => {
  const environment = {
    tier: 'development',
    aws: { account: '1'.repeat(12), region: 'eu-central-1', cidr: '10.99.0.0/16' },
  };
  const key = (length: number): string => `environments/${'e'.repeat(length)}`;
  expect(resolve(platformWith([key(12), environment])).issues.map(({ code }) => code)).toEqual(['NotPlaced']);
  expect(resolve(platformWith([key(13), environment])).issues.map(({ code }) => code)).toContain('InvalidName');
});
