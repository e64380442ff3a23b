import { plan, planAll } from '../../../lib/plan';
import type { AwsTarget, PlatformSpec } from '../../../lib/platform';
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
