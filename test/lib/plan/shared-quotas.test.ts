import { plan, planAll } from '../../../lib/plan';
import type { AwsTarget, AzureTarget, PlatformSpec } from '../../../lib/platform';
import { azureOpenAi } from '../../../lib/platform';
import { catalog, offer } from '../../helpers/catalog';
import { awsTarget, azureTarget, digest, endpoint, platform, resolvedPlatform } from '../../helpers/platform';

const quota = 'ml.p5.4xlarge for endpoint usage L-AAAAAAAA';
const facts = { ...catalog, instances: [offer({ quota }), offer({ region: 'us-east-1', quota })] };
const onAws = endpoint({
  clouds: ['aws'],
  serving: { engine: 'vllm', version: '0.27.1', imageDigest: { aws: digest('a') } },
});

function platformWith(dev: Partial<AwsTarget>, second?: Partial<AwsTarget>) {
  const environments: PlatformSpec['environments'] = {
    dev: { tier: 'development', aws: { ...awsTarget, ...dev } },
    ...(second === undefined
      ? {}
      : { qa: { tier: 'development', aws: { ...awsTarget, cidr: '10.30.0.0/16', ...second } } as const }),
  };
  const { chat } = platform().models;
  return resolvedPlatform({
    environments,
    models: chat === undefined ? {} : { chat },
    endpoints: { a: onAws, b: onAws },
    knowledge: undefined,
    tuning: undefined,
    registry: undefined,
    residency: undefined,
  });
}

/** Each endpoint of development runs one instance, and its update a second one: 2. */
test.each([
  [undefined, []],
  [4, []],
  [3, [3]],
  [2, [2]],
])('two endpoints that take 2 each from a quota of %s', (limit, got) => {
  const { issues } = plan(platformWith(limit === undefined ? {} : { quotas: { [quota]: limit } }), 'dev', facts);
  expect(issues.filter(({ code }) => code === 'QuotaExhausted').map((issue) => issue.got)).toEqual(got);
});

test('the issue has the sum and the share of each endpoint, under the key that the config has', () => {
  const { ok, issues } = plan(platformWith({ quotas: { 'L-AAAAAAAA': 3 } }), 'dev', facts);
  expect(ok).toBe(false);
  expect(issues).toContainEqual({
    code: 'QuotaExhausted',
    path: 'environments.dev.aws.quotas.L-AAAAAAAA',
    message: `2 endpoints share the quota of 3, and with their updates need 4 instances of '${quota}': dev.a takes 2, dev.b takes 2`,
    got: 3,
    expected: 'at least 4 instances',
    fix: `raise '${quota}' to 4, or pin endpoints to instance types of other quotas`,
  });
});

test.each([
  ['the same account and region', {}, ['dev', 'qa']],
  ['another account', { account: '222222222222' }, []],
  ['another region', { region: 'us-east-1' }, []],
])('a second environment in %s', (_place, second, environments) => {
  const quotas = { [quota]: 5 };
  const { issues } = planAll(platformWith({ quotas }, { quotas, ...second }), facts);
  expect(
    issues.filter(({ code }) => code === 'QuotaExhausted').map(({ path, expected }) => [path.split('.')[1], expected]),
  ).toEqual(environments.map((environment) => [environment, 'at least 8 instances']));
});

/** What takes from a quota does not depend on the environment that is looked at. */
test.each([
  ['dev', {}, ['dev', 'qa']],
  ['qa', {}, ['dev', 'qa']],
  ['dev', { account: '222222222222' }, []],
  ['qa', { region: 'us-east-1' }, []],
])('the plan of %s counts a second environment in %j', (environment, second, environments) => {
  const quotas = { [quota]: 5 };
  const { issues } = plan(platformWith({ quotas }, { quotas, ...second }), environment, facts);
  expect(issues.map(({ code, path }) => `${code} ${path.split('.')[1]}`)).toEqual(
    environments.map((key) => `QuotaExhausted ${key}`),
  );
});

test('the plan of an environment leaves out quotas that it takes nothing from', () => {
  const spec = platformWith({ quotas: { [quota]: 3 } }, { region: 'us-east-1' });
  expect(plan(spec, 'qa', facts).issues).toEqual([]);
  expect(plan(spec, 'dev', facts).ok).toBe(false);
});

const tokens = 'OpenAI.DataZoneStandard.gpt-4.1';

function tokenPlatform(limits: readonly (number | undefined)[], second: Partial<AzureTarget> = {}) {
  const [dev, qa] = limits.map((limit) => (limit === undefined ? {} : { quotas: { [tokens]: limit } }));
  return resolvedPlatform({
    environments: {
      dev: { tier: 'development', azure: { ...azureTarget, ...dev } },
      qa: { tier: 'development', azure: { ...azureTarget, cidr: '10.30.0.0/16', ...qa, ...second } },
    },
    models: {
      m: azureOpenAi('gpt-4.1', { version: '2025-04-14', sku: 'DataZoneStandard', capacityKTpm: 50 }),
    },
    endpoints: undefined,
    knowledge: undefined,
    tuning: undefined,
    registry: undefined,
    pipeline: undefined,
  });
}

test.each<[readonly (number | undefined)[], Partial<AzureTarget>, readonly string[]]>([
  [[60, 60], {}, ['dev', 'qa']],
  [[60, undefined], {}, ['dev']],
  [[undefined, 60], {}, ['qa']],
  [[100, 100], {}, []],
  [[99, 99], {}, ['dev', 'qa']],
  [[60, 60], { subscription: '99999999-9999-4999-8999-999999999999' }, []],
  [[60, 60], { subscription: azureTarget.subscription.toUpperCase() }, ['dev', 'qa']],
])('two environments of 50 thousand tokens with the quotas %j and %j', (limits, second, environments) => {
  const spec = tokenPlatform(limits, second);
  for (const { issues } of [planAll(spec, catalog), plan(spec, 'dev', catalog), plan(spec, 'qa', catalog)]) {
    const exhausted = issues.filter(({ code }) => code === 'QuotaExhausted');
    expect(exhausted.map(({ path, expected }) => [path, expected])).toEqual(
      environments.map((key) => [
        `environments.${key}.azure.quotas.${tokens}`,
        'at least 100 thousand tokens a minute',
      ]),
    );
  }
});

test('the issue about tokens has the share of each environment', () => {
  const { issues } = planAll(tokenPlatform([60, undefined]), catalog);
  expect(issues.find(({ code }) => code === 'QuotaExhausted')).toMatchObject({
    message: `2 environments share the quota of 60 thousand tokens a minute, and need 100 of '${tokens}': dev takes 50, qa takes 50`,
    fix: `raise '${tokens}' to 100, or lower capacityKTpm`,
  });
});

/** A development endpoint runs one machine of 40 vCPUs, and its update a second one: 80. */
test.each([
  [160, []],
  [159, ['at least 160 vCPUs']],
])('on Azure two endpoints share the vCPUs of a family: of %d', (limit, expected) => {
  const azure = { ...azureTarget, quotas: { StandardNCadsH100v5Family: limit } };
  const onAzure = endpoint({
    clouds: ['azure'],
    serving: { engine: 'vllm', version: '0.27.1', imageDigest: { azure: digest('b') } },
  });
  const { chat } = platform().models;
  const spec = resolvedPlatform({
    environments: { dev: { tier: 'development', azure } },
    models: chat === undefined ? {} : { chat },
    endpoints: { a: onAzure, b: onAzure },
    knowledge: undefined,
    tuning: undefined,
    registry: undefined,
    pipeline: undefined,
  });
  const exhausted = plan(spec, 'dev', catalog).issues.filter(({ code }) => code === 'QuotaExhausted');
  expect(exhausted.map((issue) => issue.expected)).toEqual(expected);
});
