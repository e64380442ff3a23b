import { resolve } from '../../../lib/platform';
import type { Mistake } from '../../helpers/spec-mistakes';
import { platformWith, reported } from '../../helpers/spec-mistakes';

const mistakes: readonly Mistake[] = [
  [
    'a boundary of another account',
    'environments/dev/aws/permissionsBoundary',
    'arn:aws:iam::999999999999:policy/boundary',
    {
      code: 'InvalidBoundary',
      path: 'environments.dev.aws.permissionsBoundary',
      got: 'arn:aws:iam::999999999999:policy/boundary',
      expected: 'the ARN of a managed policy of 111111111111, or of AWS',
      fix: 'write arn:aws:iam::111111111111:policy/ and the name of the policy',
    },
  ],
  [
    'a boundary by name',
    'environments/dev/aws/permissionsBoundary',
    'boundary',
    {
      code: 'InvalidBoundary',
      path: 'environments.dev.aws.permissionsBoundary',
      got: 'boundary',
      expected: 'the ARN of a managed policy of 111111111111, or of AWS',
      fix: 'write arn:aws:iam::111111111111:policy/ and the name of the policy',
    },
  ],
  [
    'a path without its last slash',
    'environments/dev/aws/rolePath',
    '/platform',
    {
      code: 'InvalidRolePath',
      path: 'environments.dev.aws.rolePath',
      got: '/platform',
      expected: 'slashes at both ends and printable ASCII between them, at most 512 characters',
      fix: "write '/platform/'",
    },
  ],
  [
    'a prefix with a hyphen',
    'namePrefix',
    'acme-',
    {
      code: 'InvalidNamePrefix',
      path: 'namePrefix',
      got: 'acme-',
      expected: '2 to 8 lower-case letters and digits, beginning with a letter',
      fix: "write it without hyphens, for example 'acme'",
    },
  ],
  [
    'a tag that the kit sets, in capitals',
    'tags',
    { Team: 'search' },
    {
      code: 'PlatformTag',
      path: 'tags.Team',
      got: 'Team',
      expected:
        'a key other than contact, cost-center, data-class, environment, managed-by, platform, residency, team, tier',
      fix: 'remove tags.Team, or choose another key',
    },
  ],
  [
    'a value that AWS does not take',
    'tags',
    { application: 'search;chat' },
    {
      code: 'InvalidTagValue',
      path: 'tags.application',
      got: 'search;chat',
      expected: '1 to 256 letters, digits, spaces or _ . : / = + - @',
      fix: 'remove other characters',
    },
  ],
];

test.each(mistakes)('%s', (_title, path, value, issue) => {
  expect(reported(path, value)).toEqual([issue]);
});

test.each(['/', '/platform/', '/a/b/', `/${'a'.repeat(510)}/`])('%s is a path', (path) => {
  expect(reported('environments/dev/aws/rolePath', path)).toEqual([]);
});

test.each(['arn:aws:iam::111111111111:policy/team/boundary', 'arn:aws:iam::aws:policy/PowerUserAccess'])(
  '%s is a boundary',
  (arn) => {
    expect(reported('environments/dev/aws/permissionsBoundary', arn)).toEqual([]);
  },
);

const keys = {
  aws: 'a:b',
  both: 'app-id_1.x',
  reserved: 'aws:app',
  microsoft: 'microsoftTeam',
  digit: '1st',
  space: 'a b',
};

/** A key is checked against the clouds that the platform runs on. */
test.each<[key: string, onAws: boolean, onBoth: boolean]>([
  [keys.both, true, true],
  [keys.aws, true, false],
  [keys.space, true, false],
  [keys.digit, true, false],
  [keys.microsoft, true, false],
  [keys.reserved, false, false],
  ['AWS:app', false, false],
  ['a'.repeat(128), true, true],
  ['a'.repeat(129), false, false],
])('the key %s: on AWS %s, on both clouds %s', (key, onAws, onBoth) => {
  const codes = (spec: unknown) =>
    resolve(spec)
      .issues.filter(({ path }) => path.startsWith('tags'))
      .map(({ code }) => code);
  const tags = ['tags', { [key]: 'x' }] as const;
  const withoutAzure = platformWith(
    tags,
    ['environments/dev/azure', undefined],
    ['environments/prod/azure', undefined],
  );
  expect(codes(withoutAzure)).toEqual(onAws ? [] : ['InvalidTagKey']);
  expect(codes(platformWith(tags))).toEqual(onBoth ? [] : ['InvalidTagKey']);
});

test('two keys that differ in capitals, and one tag too many', () => {
  expect(reported('tags', { app: 'a', APP: 'b' })).toMatchObject([{ code: 'InvalidTagKey', path: 'tags.APP' }]);
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, 'x']));
  expect(reported('tags', many(41))).toEqual([]);
  expect(reported('tags', many(42))).toMatchObject([{ code: 'TooManyTags', fix: 'remove 1' }]);
});
