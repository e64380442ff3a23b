import { catalog } from '../../../../lib/catalog';
import type { Catalog } from '../../../../lib/catalog/types';
import { plan, settle } from '../../../../lib/plan';
import type { AwsStandby, AwsTarget } from '../../../../lib/platform';
import { resolve } from '../../../../lib/platform';
import { awsPlatform, awsTarget, endpoint } from '../../../helpers/platform';
import { platformWith, reported } from '../../../helpers/spec-mistakes';

const bucketArn = 'arn:aws:s3:::artifacts-standby';
const keyIn = (region: string) => `arn:aws:kms:${region}:111111111111:key/00000000-0000-4000-8000-000000000002`;

const given = { bucketArn, keyArn: keyIn('eu-west-1') };

/** The plan with the catalogue of the kit, which has more than one region. */
function planned(
  standby: AwsStandby,
  more: Parameters<typeof awsPlatform>[0] = {},
  target: Partial<AwsTarget> = {},
  facts: Catalog = catalog,
) {
  const aws = { ...awsTarget, standby, ...target };
  const environments = { dev: { tier: 'development' as const, aws } };
  const endpoints = { chat: endpoint({ clouds: ['aws'] }) };
  const resolved = resolve(awsPlatform({ environments, endpoints, ...more }));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return plan(resolved.value, 'dev', facts);
}

function standbyOf(...args: Parameters<typeof planned>) {
  const result = planned(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { standby, givenNeeds, handOffs } = result.value.aws ?? {};
  if (standby === undefined) throw new Error('no standby');
  return {
    standby,
    needs: givenNeeds?.value.map(({ field }) => field.replace('environments.dev.aws.', '')),
    published: handOffs?.value.flatMap(({ name, producer }) => (producer === 'standby' ? [name] : [])),
  };
}

const copied = (...args: Parameters<typeof planned>) =>
  standbyOf(...args).standby.replicated.value.map(({ what }) => what);
const lost = (...args: Parameters<typeof planned>) =>
  standbyOf(...args).standby.notReplicated.value.map(({ what }) => what);

test('with bucket and key of the company artifacts are copied, and nothing is created in the second region', () => {
  const { standby, needs, published } = standbyOf({ region: 'eu-west-1', ...given });
  expect(settle(standby)).toMatchObject({ region: 'eu-west-1', ...given, serving: 'none' });
  expect(standby.stack).toBeUndefined();
  expect(standby.documentsBucketArn).toBeUndefined();
  expect(needs).toEqual(['standby.bucketArn', 'standby.keyArn']);
  expect(published).toEqual([]);
});

test('without them a stack there has key, buckets and repository, named for the account and the second region', () => {
  const { standby, needs, published } = standbyOf({ region: 'eu-west-1' });
  const { stack, ...copies } = settle(standby);
  expect(needs).toBeUndefined();
  expect(stack).toMatchObject({ key: { keyAlias: 'alias/support-dev-standby' }, repository: {} });
  expect(copies.keyArn).toBe('arn:aws:kms:eu-west-1:111111111111:alias/support-dev-standby');
  expect(copies.bucketArn).toBe(`arn:aws:s3:::${stack?.artifactBucketName}`);
  expect(copies.documentsBucketArn).toBe(`arn:aws:s3:::${stack?.documentsBucketName}`);
  expect(published).toEqual([
    'standby/artifact-bucket-arn',
    'standby/documents-bucket-arn',
    'standby/key-arn',
    'standby/repository-uri',
  ]);
});

test('the repository has the name of the first region, because ECR keeps it, and buckets have others', () => {
  const result = planned({ region: 'eu-west-1' });
  const aws = result.ok ? settle(result.value).aws : undefined;
  expect(aws?.standby?.stack?.repository?.repositoryName).toBe(aws?.integration.repositoryName);
  expect(aws?.standby?.stack?.artifactBucketName).not.toBe(aws?.integration.artifactBucketName);
});

test.each<
  [what: string, standby: AwsStandby, target: Partial<AwsTarget>, stack: boolean, ours: boolean, repository: boolean]
>([
  ['nothing given', { region: 'eu-west-1' }, {}, true, false, true],
  ['the registry is ours', { region: 'eu-west-1', registryReplication: 'ours' }, {}, true, true, true],
  ['bucket and key given', { region: 'eu-west-1', ...given }, {}, false, false, false],
  ['both', { region: 'eu-west-1', ...given, registryReplication: 'ours' }, {}, true, true, true],
  [
    'a repository of the company',
    { region: 'eu-west-1' },
    { registry: { repositoryName: 'acme/llm' } },
    true,
    false,
    false,
  ],
])('who copies images: %s', (_, standby, target, stack, ours, repository) => {
  const { standby: found } = standbyOf(standby, {}, target);
  expect({
    stack: found.stack !== undefined,
    ours: found.images.replication.value === 'ours',
    repository: found.stack?.repository !== undefined,
    copied: found.replicated.value.some(({ what }) => what === 'images'),
    lost: found.notReplicated.value.some(({ what }) => what === 'images'),
  }).toEqual({ stack, ours, repository, copied: ours, lost: !ours });
  expect(found.images.rule.value.destinations).toEqual([{ region: 'eu-west-1', registryId: '111111111111' }]);
});

test('every copy has its lag with its source, and everything else a reason and what to do', () => {
  const { standby } = standbyOf({ region: 'eu-west-1', registryReplication: 'ours' });
  for (const { lag, source } of standby.replicated.value) {
    expect(lag).toMatch(/minutes|hours/);
    expect(source).toMatch(/read 20\d\d-\d\d-\d\d$/);
  }
  for (const { why, how } of standby.notReplicated.value)
    expect([why, how].every((text) => text.length > 0)).toBe(true);
});

test('documents are copied into a bucket of the kit only, and vectors are never', () => {
  expect(copied({ region: 'eu-west-1' })).toContain('documents of handbook');
  expect(lost({ region: 'eu-west-1' })).toContain('vectors of handbook');
  expect(copied({ region: 'eu-west-1', ...given })).not.toContain('documents of handbook');
  expect(lost({ region: 'eu-west-1', ...given })).toEqual(
    expect.arrayContaining(['documents of handbook', 'vectors of handbook']),
  );
});

test('building an index again has its price, or the reason why the region cannot', () => {
  const how = (region: string) =>
    standbyOf({ region }).standby.notReplicated.value.find(({ what }) => what.startsWith('vectors'))?.how;
  expect(how('eu-west-1')).toMatch(/with amazon\.titan-embed-text-v2:0 for \$0\.02 a million tokens/);
});

test.each(['none', 'zero', 'warm'] as const)('serving %s has the price of warm', (serving) => {
  const { standby } = standbyOf({ region: 'eu-west-1', serving });
  expect(standby.serving.value).toBe(serving);
  expect(standby.serving.because[0]?.text).toBe('pinned by environments.dev.aws.standby.serving');
  expect(standby.serving.rejected.map(({ value }) => value)).toEqual(
    ['none', 'zero', 'warm'].filter((value) => value !== serving),
  );
  const rejected = standby.serving.rejected.find(({ value }) => value === 'warm')?.usdPerMonth;
  const planned = standby.endpoints?.chat;
  expect(planned === undefined).toBe(serving === 'none');
  expect(rejected ?? planned?.usdPerMonth.value).toBeGreaterThanOrEqual(0);
  expect(planned === undefined || planned.quota !== undefined).toBe(true);
});

test('an environment without an endpoint has nothing to serve', () => {
  expect(standbyOf({ region: 'eu-west-1' }, { endpoints: {} }).standby.serving.rejected).toEqual([]);
});

test('a region that sells no size for an endpoint is refused where it should serve, and only named otherwise', () => {
  const instances = catalog.instances.filter(({ region }) => region !== 'eu-west-3');
  const there = (standby: AwsStandby) => planned(standby, {}, {}, { ...catalog, instances });
  const named = there({ region: 'eu-west-3' });
  const rejected = named.ok ? named.value.aws?.standby?.serving.rejected : undefined;
  expect(rejected?.map(({ value, possible }) => [value, possible])).toEqual([
    ['zero', false],
    ['warm', false],
  ]);
  for (const serving of ['zero', 'warm'] as const) {
    const { ok, issues } = there({ region: 'eu-west-3', serving });
    expect(ok).toBe(false);
    const errors = issues.filter(({ path }) => path === 'environments.dev.aws.standby.region');
    expect(errors.map(({ message }) => message.includes('cannot run in eu-west-3'))).toEqual([true]);
  }
});

test.each([
  ['us-east-1', 'ResidencyViolated'],
  ['eu-wset-1', 'UnknownRegion'],
])('%s is refused: %s', (region, code) => {
  const { ok, issues } = planned({ region });
  expect(ok).toBe(false);
  expect(issues).toContainEqual(expect.objectContaining({ code, path: 'environments.dev.aws.standby.region' }));
});

test.each<[standby: Readonly<Record<string, string>>, issues: readonly string[]]>([
  [{ region: 'eu-west-1', bucketArn, keyArn: keyIn('eu-west-1') }, []],
  [{ region: 'eu-central-1', bucketArn, keyArn: keyIn('eu-central-1') }, ['StandbyInPlace']],
  [{ region: 'eu-west-1', bucketArn, keyArn: keyIn('eu-central-1') }, ['GivenElsewhere']],
  [{ region: 'eu-west-1', bucketArn: 'copies', keyArn: 'alias/copies' }, ['InvalidGivenName', 'InvalidGivenName']],
  [{ region: 'eu-west-1' }, []],
  [{ region: 'eu-west-1', bucketArn }, ['StandbyHalfGiven']],
  [{ region: 'eu-west-1', keyArn: keyIn('eu-west-1') }, ['StandbyHalfGiven']],
  [{ region: 'eu-west-1', serving: 'hot' }, ['UnknownValue']],
])('%j: %j', (standby, issues) => {
  expect(reported('environments/dev/aws/standby', standby).map(({ code }) => code)).toEqual(issues);
});

const ours = { region: 'eu-west-1', registryReplication: 'ours' };

test('the registry of a repository of the company is not replicated by the kit', () => {
  const target = { ...awsTarget, standby: ours, registry: { repositoryName: 'acme/llm' } };
  expect(reported('environments/dev/aws', target).map(({ code, path }) => [code, path])).toEqual([
    ['ReplicationOwned', 'environments.dev.aws.standby.registryReplication'],
  ]);
});

test.each([
  ['333333333333', 'eu-central-1', []],
  ['111111111111', 'eu-west-3', []],
  ['111111111111', 'eu-central-1', ['environments.prod.aws.standby.registryReplication']],
])('one environment of account %s and %s writes the replication of the registry', (account, region, paths) => {
  const spec = platformWith(
    ['environments/dev/aws/standby', ours],
    ['environments/prod/aws', { account, region, cidr: '10.24.0.0/16', standby: ours }],
  );
  const twice = resolve(spec).issues.filter(({ code }) => code === 'ReplicationTwice');
  expect(twice.map(({ path }) => path)).toEqual(paths);
});
