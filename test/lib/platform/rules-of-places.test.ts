import { resolve } from '../../../lib/platform';
import { platform } from '../../helpers/platform';
import type { Mistake } from '../../helpers/spec-mistakes';
import { platformWith, reported } from '../../helpers/spec-mistakes';

const mistakes: readonly Mistake[] = [
  [
    'a name of one letter before a hyphen',
    'name',
    'a-platform',
    {
      code: 'InvalidName',
      path: 'name',
      got: 'a-platform',
      expected:
        'at most 32 lower-case letters, digits and single hyphens, starting with a letter and no hyphen after it',
      fix: 'choose a name that starts with a letter and no hyphen after it',
    },
  ],
  [
    'a waiver without its reason',
    'environments/prod/gates',
    { waived: true, reason: ' ' },
    {
      code: 'EmptyWaiverReason',
      path: 'environments.prod.gates.reason',
      got: ' ',
      expected: 'a sentence that a reviewer can assess',
      fix: 'write why this environment needs no gate',
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
      expected:
        'at most 32 lower-case letters, digits and single hyphens, starting with a letter and no hyphen after it',
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
      expected:
        'at most 32 lower-case letters, digits and single hyphens, starting with a letter and no hyphen after it',
      fix: `shorten it to at most 32 characters, for example '${'a'.repeat(32)}'`,
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
      fix: 'remove other characters',
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
      fix: `write '000000001111' if leading zeros are missing`,
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
      fix: 'use 10.20.0.0/16',
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
      expected: 'a range that no other environment or cloud of the platform uses',
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
      fix: 'name the environment that releases are promoted from, or remove promotesFrom',
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
      expected: 'at least one gate, or a waiver with a reason',
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
      expected: 'at least one gate, or a waiver with a reason',
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
      expected: 'gates only together with promotesFrom',
      fix: 'add environments.dev.promotesFrom, or remove environments.dev.gates',
    },
  ],
  [
    'an approval by nobody',
    'environments/prod/gates',
    [{ kind: 'approval', by: [] }],
    {
      code: 'NoApprover',
      path: 'environments.prod.gates[0].by',
      got: [],
      expected: 'at least one person or team',
      fix: 'name a person or team',
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
      expected: 'organisation/repository without host and wildcard, or organisation@id/repository@id',
      fix: `copy it from the URL of the repository, for example 'example-org/support-assistant'`,
    },
  ],
  [
    'a private service with its regional prefix',
    'environments/dev/aws/privateServices',
    { 'com.amazonaws.eu-central-1.sqs': ['sqs:SendMessage'] },
    {
      code: 'InvalidPrivateService',
      path: 'environments.dev.aws.privateServices',
      got: 'com.amazonaws.eu-central-1.sqs',
      expected: 'the name without com.amazonaws.<region>., for example ecr.api',
      fix: "copy it from 'aws ec2 describe-vpc-endpoint-services'",
    },
  ],
  [
    'a private service with every action',
    'environments/dev/aws/privateServices',
    { sqs: ['sqs:*'] },
    {
      code: 'InvalidPrivateService',
      path: 'environments.dev.aws.privateServices.sqs[0]',
      got: 'sqs:*',
      expected: 'an action without wildcard, for example ecr:GetAuthorizationToken',
      fix: 'list the actions that the applications call',
    },
  ],
  ...['s3', 'dynamodb'].map((service): Mistake => [
    `${service} as a private service`,
    'environments/dev/aws/privateServices',
    { [service]: [`${service}:GetItem`] },
    {
      code: 'PrivateServiceHasGateway',
      path: `environments.dev.aws.privateServices.${service}`,
      got: service,
      expected: 'a service without a gateway endpoint',
      fix: `remove environments.dev.aws.privateServices.${service}`,
    },
  ]),
  [
    'an action of a private service twice',
    'environments/dev/aws/privateServices',
    { sqs: ['sqs:SendMessage', 'sqs:SendMessage'] },
    {
      code: 'RepeatedEntry',
      path: 'environments.dev.aws.privateServices.sqs[1]',
      got: 'sqs:SendMessage',
      expected: 'every entry once',
      fix: 'remove environments.dev.aws.privateServices.sqs[1]',
    },
  ],
  [
    'a qualifier with more than ten characters',
    'environments/dev/aws/bootstrapQualifier',
    'our-platform',
    {
      code: 'InvalidQualifier',
      path: 'environments.dev.aws.bootstrapQualifier',
      got: 'our-platform',
      expected: '1 to 10 letters, digits, underscores or hyphens',
      fix: 'copy it from the names of the bootstrap roles, cdk-<qualifier>-deploy-role-…',
    },
  ],
  [
    'a generation between two',
    'environments/dev/azure/generation',
    1.5,
    {
      code: 'InvalidGeneration',
      path: 'environments.dev.azure.generation',
      got: 1.5,
      expected: 'a whole number from 1 to 99',
      fix: 'write 1 for an environment that was never destroyed, and one more after each destroy',
    },
  ],
  [
    'a repository with the id of one of the two',
    'pipeline',
    { kind: 'github', repository: 'example-org/support', ownerId: 123456 },
    {
      code: 'InvalidRepositoryIds',
      path: 'pipeline.repositoryId',
      got: undefined,
      expected: 'both ids, or neither',
      fix: "write pipeline.repositoryId as well: gh api repos/example-org/support --jq '{ownerId: .owner.id, repositoryId: .id}' prints both",
    },
  ],
  [
    'an id that is written twice with two values',
    'pipeline',
    { kind: 'github', repository: 'example-org@1/support@2', repositoryId: 3 },
    {
      code: 'InvalidRepositoryIds',
      path: 'pipeline.repositoryId',
      got: 3,
      expected: '2',
      fix: 'write the id in one place: remove pipeline.repositoryId, or the id after @ in pipeline.repository',
    },
  ],
  [
    'a repository by name only, as a warning',
    'pipeline',
    { kind: 'github', repository: 'example-org/support' },
    {
      code: 'RepositoryNameOnly',
      path: 'pipeline.repository',
      got: 'example-org/support',
      expected: 'the ids of owner and repository too, unless the repository sends names only',
      fix: "run gh api repos/example-org/support --jq '{ownerId: .owner.id, repositoryId: .id}' and write pipeline.ownerId and pipeline.repositoryId; an older repository opts in to ids in its OIDC settings first",
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
      fix: 'write the name of the branch that deploys',
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

test.each<[string, string, unknown, string, string]>([
  [
    'production alone that promotes from nowhere',
    'environments',
    { prod: platform().environments['prod'] },
    'promotesFrom only together with another environment',
    'remove promotesFrom and gates from environments.prod, or declare environments.dev',
  ],
  ['a platform without models', 'models', {}, 'a model that is declared under models', `declare 'chat' under models`],
])('where nothing is left to choose, no fix advises none: %s', (_title, path, value, expected, fix) => {
  const { issues } = resolve(platformWith([path, value]));
  expect(issues).toContainEqual(expect.objectContaining({ expected, fix }));
  expect(issues.filter((issue) => /\bnone\b/.test(`${issue.expected} ${issue.fix ?? ''}`))).toEqual([]);
});

test('the fix of a lone environment that promotes works', () => {
  const { promotesFrom, gates, ...alone } = platform().environments['prod'] ?? {};
  expect([promotesFrom, gates === undefined]).toEqual(['dev', false]);
  expect(resolve(platformWith(['environments', { prod: alone }])).issues).toEqual([]);
});

test.each(mistakes)('fails on %s and says how to right it', (_title, path, value, issue) => {
  expect(reported(path, value)).toEqual([issue]);
});

test.each([
  [undefined, 'existing', ['ProviderWithoutPipeline environments.dev.aws.identityProvider']],
  [undefined, undefined, []],
  [platform().pipeline, 'existing', []],
  // A broken pipeline is reported once, and not again by what needs it.
  [{ kind: 'github', branch: 1 }, 'existing', []],
])('with the pipeline %j, an identity provider %s gives %j', (pipeline, identityProvider, expected) => {
  const { issues } = resolve(
    platformWith(['pipeline', pipeline], ['environments/dev/aws/identityProvider', identityProvider]),
  );
  const found = issues.map(({ code, path }) => `${code} ${path}`);
  expect(found.filter((issue) => issue.startsWith('Provider'))).toEqual(expected);
});
