import type { Issue, ResolvedPlatform } from '../platform';

/** A kind of value that examples have and accounts do not. */
interface PlaceholderKind {
  /** What the value is instead of the right one. */
  readonly what: string;
  readonly pattern: RegExp;
  /** Paths that it is looked for at. @default - everywhere */
  readonly at?: RegExp;
  readonly expected: string;
  /** Where the right value is found. */
  readonly fix: string;
}

/**
 * Values by which examples are known, the most exact first. Account numbers: those that AWS documents with, and twelve equal
 * digits. A digest or an id that begins with so many zeros is of nothing.
 */
const kinds: readonly PlaceholderKind[] = [
  {
    what: 'a fictitious account',
    pattern: /(?<!\d)(?:(\d)\1{11}|123456789012|111122223333|444455556666|777788889999)(?!\d)/,
    expected: 'your account',
    fix: 'aws sts get-caller-identity --query Account --output text',
  },
  {
    what: 'a fictitious tenant',
    pattern: /^0{8}-0{4}-/,
    at: /\.tenant$/,
    expected: 'your tenant',
    fix: 'az account show --query tenantId --output tsv',
  },
  {
    what: 'a fictitious subscription',
    pattern: /^0{8}-0{4}-|\/subscriptions\/0{8}-0{4}-/,
    at: /\.subscription$|[iI]d$/,
    expected: 'your subscription, and a resource that is in it',
    fix: 'az account show --query id --output tsv; az resource list --output table',
  },
  {
    what: 'a fictitious id',
    pattern: /(?<![0-9a-f])0{8}-0{4}-/,
    expected: 'the id of what you have',
    fix: 'look it up where it was made: with az resource show, or with aws kms list-keys for a key',
  },
  {
    what: 'a fictitious id',
    pattern: /\b(?:vpc|subnet|sg|rtb|vpce)-0123456789abcdef\d\b/,
    expected: 'the id of what you have',
    fix: 'aws ec2 describe-vpcs, describe-subnets, describe-security-groups, describe-vpc-endpoints',
  },
  {
    what: 'a digest of nothing',
    pattern: /sha256:0{32}/,
    expected: 'the digest of an image that is in a registry',
    fix: 'docker buildx imagetools inspect IMAGE:TAG, or aws ecr describe-images',
  },
  {
    what: 'a revision of nothing',
    pattern: /^(?:0123456789abcdef)+\d*$|^(.)\1{39}$/,
    at: /revision$/,
    expected: 'the commit of the model that you tested',
    fix: 'git ls-remote https://huggingface.co/ORGANISATION/MODEL HEAD',
  },
  {
    what: 'an address of nobody',
    pattern: /@(?:[\w-]+\.)*example\.(?:com|org|net)$/,
    expected: 'an address that somebody reads: budgets and alarms go there',
    fix: 'write the address of your team',
  },
  {
    what: 'a repository of nobody',
    pattern: /^example(?:-org)?\//,
    at: /^pipeline\.repository$/,
    expected: 'the repository that deploys',
    fix: 'gh repo view --json nameWithOwner --jq .nameWithOwner',
  },
];

/** Ids of a repository that examples have. Whoever owns that id could take the role of the pipeline. */
const exampleIds: ReadonlySet<unknown> = new Set([1, 2, 123456, 456789]);

/**
 * Every value of a platform that is still an example, as far as one environment uses it: all at once, with its path and where the
 * right value is found. Nothing is asked; a value that is not known as an example may still be wrong.
 *
 * @example placeholders(platform, 'dev') // [{ code: 'PlaceholderLeft', path: 'environments.dev.aws.account', … }]
 */
export function placeholders(platform: ResolvedPlatform, environment: string): readonly Issue[] {
  const { environments, ...shared } = platform;
  const own = environments[environment];
  return [...found(own, `environments.${environment}`), ...found(shared, '')];
}

function found(value: unknown, path: string): readonly Issue[] {
  if (typeof value === 'string') return textIssues(value, path);
  if (typeof value === 'number') return idIssues(value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => found(one, path === '' ? key : `${path}.${key}`));
}

function textIssues(got: string, path: string): readonly Issue[] {
  const kind = kinds.find(({ pattern, at }) => (at?.test(path) ?? true) && pattern.test(got));
  if (kind === undefined) return [];
  const { what, expected, fix } = kind;
  return [{ code: 'PlaceholderLeft', path, message: `this is ${what}`, got, expected, fix }];
}

function idIssues(got: number, path: string): readonly Issue[] {
  if (!/^pipeline\.(?:owner|repository)Id$/.test(path) || !exampleIds.has(got)) return [];
  return [
    {
      code: 'PlaceholderLeft',
      path,
      message: 'this is an id of an example',
      got,
      expected: 'the id of the owner and of the repository that deploys',
      fix: "gh api repos/ORGANISATION/REPOSITORY --jq '{ownerId: .owner.id, repositoryId: .id}'",
    },
  ];
}
